package org.nafidha.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Card;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Proposal;
import org.nafidha.procedures.TextChange;

/**
 * A proposal as whoever has to judge it reads it.
 *
 * @param own the reader made it
 * @param procedure what is to be published or retired
 * @param before the version that it takes the place of; null for a new service
 * @param accepted examples of which somebody accepted that they end otherwise
 */
public record ProposalView(Proposal proposal, LocalizedText proposer, boolean own, Procedure procedure, Card card, @Nullable Procedure before,
		@Nullable Card beforeCard, List<LocalizedText> changes, List<TextChange> lines, List<ExampleLine> accepted) {
}
