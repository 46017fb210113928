package org.nafidha.procedures;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;

/** A node of a procedure. Targets of outcomes are ids of steps or ends. */
public sealed interface Step {

	String id();

	LocalizedText title();

	/**
	 * A human decision.
	 *
	 * @param role role code of who may decide
	 * @param unit unit code, in which or beneath which the officer must serve
	 * @param notBy steps whose officer must not decide this one (four eyes)
	 * @param needsIdentity false: the officer works blind
	 * @param deadlineDays working days to decide; after them the step is escalated, never decided by itself
	 * @param atMost how often the step may be visited in one case; 0 for no bound of its own
	 */
	record Review(String id, LocalizedText title, String role, String unit, Set<String> notBy, boolean needsIdentity, int deadlineDays, int atMost,
			List<Outcome> outcomes) implements Step {
	}

	/**
	 * What a {@link Automation} does: {@code payment} and {@code issue} are automations too ({@code payments.charge},
	 * {@code documents.issue}).
	 *
	 * @param withinDays working days a {@code Waiting} answer may take, after which the outcome {@code lapsed} is taken; 0 for none
	 * @param clockStops true while the applicant or an agency owes something
	 * @param then outcome to target
	 */
	record Automated(String id, LocalizedText title, Kind kind, String automation, Map<String, Formula> inputs, int withinDays, boolean clockStops,
			Map<String, String> then) implements Step {

		/**
		 * The engine's own outcome of an issuing step: what was fetched for the case reads otherwise now, and a decision rests on what it said
		 * before, or the applicant may no longer ask. Without a target for it the document says what the books say now.
		 */
		public static final String CHANGED = "changed";

		public enum Kind {
			AUTOMATION, PAYMENT, ISSUE
		}
	}

	/** The first branch whose condition holds; otherwise the last. */
	record Choice(String id, LocalizedText title, List<Branch> branches, String otherwise) implements Step {

		public record Branch(Formula when, String to) {
		}
	}

	/** Back to the applicant, who may change the inputs; the clock stops. Outcomes: {@code corrected}, {@code lapsed}. */
	record Correction(String id, LocalizedText title, String of, int withinDays, int atMost, String corrected, String lapsed) implements Step {
	}

	/**
	 * What ends a human step.
	 *
	 * @param reasons codes of which the officer must choose one; never empty
	 * @param refusal true when this outcome says no: it then needs a legal basis and tells how to appeal
	 */
	record Outcome(String id, LocalizedText label, String to, List<Reason> reasons, boolean refusal) {
	}

	record Reason(String code, LocalizedText text, @Nullable String legalBasis) {
	}
}
