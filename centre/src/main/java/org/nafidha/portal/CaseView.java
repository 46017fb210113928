package org.nafidha.portal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nafidha.agencies.Agencies;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Term;
import org.nafidha.cases.Visit;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Step;
import org.nafidha.web.Evidence;
import org.nafidha.web.TrackStep;

/**
 * A case as its applicant sees it.
 *
 * @param holder who holds it now; null when it has ended
 * @param with everybody who holds it now: units of the city, and outside bodies whose answer is awaited; empty when it is with the applicant or a
 *            machine
 * @param said what the officer said with a refusal, or when sending the case back
 * @param awaited what outside bodies were asked and have not answered
 * @param gathered papers that the city fetches or that its units give
 */
public record CaseView(CaseFile file, Procedure procedure, Status status, List<Mark> track, @Nullable Holder holder, List<With> with, Term term,
		@Nullable Said said,
		List<IssuedDocument> documents, List<Gathered> gathered, List<Agencies.Awaited> awaited) {

	/** How a paper stands that the applicant does not have to bring. */
	public enum Standing {
		FETCHED(Evidence.State.FETCHED), AWAITED(Evidence.State.WAIT), LATER(Evidence.State.PLAIN), BRING(Evidence.State.BRING), MISSING(
				Evidence.State.BAD),
		NOT_NEEDED(Evidence.State.PLAIN);

		private final Evidence.State state;

		Standing(Evidence.State state) {
			this.state = state;
		}

		public Evidence.State state() {
			return state;
		}

		/** End of its message key. */
		public String key() {
			return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
		}
	}

	/** @param at as of when it was read, or since when it is awaited; null when nobody was asked yet */
	public record Gathered(LocalizedText title, LocalizedText holder, Standing standing, @Nullable Instant at) {
	}

	public enum Status {
		RUNNING("info"), YOURS("wait"), GRANTED("good"), NOT_GRANTED("bad");

		private final String tag;

		Status(String tag) {
			this.tag = tag;
		}

		/** Kind of its tag. */
		public String tag() {
			return tag;
		}

		/** End of its message key. */
		public String key() {
			return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
		}
	}

	/**
	 * One line of the track.
	 *
	 * @param at when it was done, or since when it is being done
	 * @param returned it ended by sending the case back to the applicant, which is told in words for the applicant
	 */
	public record Mark(Service.Stage stage, TrackStep.State state, @Nullable Instant at, @Nullable LocalizedText outcome, boolean returned) {

		/** Something that the applicant has to do, and has not yet done. */
		public boolean awaited() {
			return state == TrackStep.State.NOW && (stage.kind() == Service.Kind.PAY || stage.kind() == Service.Kind.CORRECT);
		}
	}

	/** @param unit null when it is the applicant's turn, or the machine's; @param until null when no date is set */
	public record Holder(Visit visit, Service.Kind kind, @Nullable LocalizedText unit, Instant since, @Nullable Instant until) {
	}

	/**
	 * One of those who hold it.
	 *
	 * @param outside a body outside the city, which was asked and has not answered
	 * @param until null when no date is set
	 */
	public record With(LocalizedText name, boolean outside, Instant since, @Nullable Instant until) {
	}

	/** The reason, its law, and the officer's own words. */
	public record Said(@Nullable LocalizedText reason, @Nullable LocalizedText legal, @Nullable String message) {
	}

	/** Whether the applicant may still take it back: not while a document is being made. */
	public boolean withdrawable() {
		return !file.ended() && procedure.withdrawal() != null && !turn(Service.Kind.ISSUE);
	}

	/** Whether an officer studies it, or will once it goes on: otherwise nobody would read what the applicant writes. */
	public boolean studied() {
		boolean later = track.stream().anyMatch(mark -> mark.state() == TrackStep.State.NEXT
				&& (mark.stage().kind() == Service.Kind.DECIDE || mark.stage().kind() == Service.Kind.CONSULT));
		return !file.ended() && (with.stream().anyMatch(one -> !one.outside()) || later);
	}

	/** How often the applicant may complete it when it has been sent back; zero while that is not their turn. */
	public int timesToComplete() {
		return holder != null && procedure.step(holder.visit().step()) instanceof Step.Correction correction ? correction.atMost() : 0;
	}

	/** Whether it ended because it would have been sent back once more than it may be: what was asked for never came. */
	public boolean sentBackTooOften() {
		return sentBackTooOften(file, procedure);
	}

	public static boolean sentBackTooOften(CaseFile file, Procedure procedure) {
		Visit last = file.visits().isEmpty() ? null : file.visits().getLast();
		return file.ended() && last != null && procedure.step(last.step()) instanceof Step.Review review
				&& review.outcome(last.outcome()).map(outcome -> procedure.steps().get(outcome.to())).filter(Step.Correction.class::isInstance)
						.isPresent();
	}

	public boolean turn(Service.Kind kind) {
		return holder != null && holder.kind() == kind;
	}
}
