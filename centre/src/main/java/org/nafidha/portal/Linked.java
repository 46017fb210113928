package org.nafidha.portal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;

/**
 * What a case has to do with appeals.
 *
 * @param until the last day to appeal against it on the portal; null when that cannot be done
 * @param appeal the appeal against it; null when there is none
 * @param about the refused case that this one appeals against; null when it is no appeal
 */
public record Linked(@Nullable LocalDate until, @Nullable Other appeal, @Nullable Other about) {

	/** @param own whether its page is open to the reader */
	public record Other(String number, LocalizedText service, CaseView.Status status, boolean own) {
	}
}
