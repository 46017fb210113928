package org.nafidha.console;

import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Proposal;

/** An open proposal in the list. @param title of the procedure */
public record ProposalLine(Proposal proposal, LocalizedText title, LocalizedText proposer) {
}
