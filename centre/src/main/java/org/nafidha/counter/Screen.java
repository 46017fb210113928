package org.nafidha.counter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nafidha.agencies.Agencies;
import org.nafidha.cases.Attachment;
import org.nafidha.identity.Person;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.payments.Charge;
import org.nafidha.payments.Receipt;
import org.nafidha.procedures.Procedure;

/**
 * The one screen of a counter, from an empty chair to a printed document.
 *
 * @param desk number of the cash desk that is open here; null while none is
 * @param customer who has been identified; null for nobody
 * @param offers services, when one is to be chosen
 * @param asked the service whose questions are shown
 * @param cashier whether this clerk may take money at all
 * @param matter the case that is open on the screen
 */
public record Screen(@Nullable Integer desk, boolean cashier, @Nullable Customer customer, List<Offer> offers, @Nullable Procedure asked,
		@Nullable Matter matter) {

	/** @param notYet why it cannot be asked for yet; null when it can */
	public record Offer(Procedure procedure, @Nullable LocalizedText notYet) {
	}

	/** @param visit names the identification in addresses, so that no person's number stands in them */
	public record Customer(String visit, Person person, List<Line> cases) {
	}

	/** A case of the person, newest first. */
	public record Line(String number, LocalizedText service, State state, Instant openedAt) {
	}

	/** What the clerk can do about a case now. */
	public enum State {
		/** Money is owed. */
		DUE,
		/** The product is working on it. */
		WORKING,
		/** Other bodies were asked, which may take days. */
		WITH_AGENCIES,
		/** An officer has it. */
		WITH_OFFICER,
		/** The applicant has been asked for something. */
		WITH_APPLICANT, GRANTED, REFUSED
	}

	/**
	 * @param step title of the step where the case is now; the end's title once it has ended
	 * @param answers what was asked for, in the procedure's order
	 * @param charge what is owed or was paid; null when nothing was ever charged
	 * @param receipt null until paid
	 * @param wanted papers that the applicant has to bring
	 * @param awaited what other bodies were asked and have not answered
	 * @param withdrawable whether the applicant may take it back
	 * @param appeal whether it is an appeal against another case
	 */
	public record Matter(String number, LocalizedText service, State state, LocalizedText step, Instant dueAt, List<Answer> answers,
			@Nullable Charge charge, @Nullable Receipt receipt, List<Procedure.Evidence> wanted, List<Attachment> brought, List<Issued> documents,
			List<Agencies.Awaited> awaited, boolean withdrawable, boolean appeal) {

		public boolean isDue() {
			return state == State.DUE;
		}
	}

	/** @param plain true for references and numbers, which stand apart from the text around them */
	public record Answer(LocalizedText label, LocalizedText value, boolean plain) {
	}

	/**
	 * A document that lies ready to be printed.
	 *
	 * @param lastMoment of the last day on which it holds; null: without end
	 */
	public record Issued(String number, LocalizedText title, @Nullable Instant lastMoment, @Nullable Instant revokedAt) {
	}
}
