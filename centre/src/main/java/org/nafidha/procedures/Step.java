package org.nafidha.procedures;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
	 * @param by who may be drawn for it
	 * @param deadlineDays working days to decide; what happens after them is said by {@code deemed}
	 * @param atMost how often the step may be visited in one case; 0 for no bound of its own
	 * @param deemed the outcome that counts as given when the deadline has passed in silence; null: the step is late and stays the officer's
	 * @param onSite what must be brought back from the place; null for a decision at the desk
	 */
	record Review(String id, LocalizedText title, Assignment by, int deadlineDays, int atMost, List<Outcome> outcomes, @Nullable Deemed deemed,
			@Nullable OnSite onSite) implements Step {

		public String role() {
			return by.role();
		}

		public String unit() {
			return by.unit();
		}

		public Set<String> notBy() {
			return by.notBy();
		}

		public boolean needsIdentity() {
			return by.needsIdentity();
		}

		public Optional<Outcome> outcome(@Nullable String outcome) {
			return outcomes.stream().filter(one -> one.id().equals(outcome)).findFirst();
		}
	}

	/**
	 * Who may be drawn for a human step.
	 *
	 * @param role role code of who may decide
	 * @param unit unit code, in which or beneath which the officer must serve
	 * @param notBy steps whose officer must not decide this one (four eyes); {@link #ABOUT} for whoever acted on the case appealed against
	 * @param differentUnit steps such that nobody of the unit of whoever did them may decide this one; {@link #ABOUT} for the units that decided
	 *     the case appealed against
	 * @param needsIdentity false: the officer works blind
	 */
	record Assignment(String role, String unit, Set<String> notBy, Set<String> differentUnit, boolean needsIdentity) {

		/** In place of a step: the case that this one is about. */
		public static final String ABOUT = "about";

		/** Two units differ unless one is the other or lies beneath it. */
		public static boolean differ(String one, String other) {
			return !(one + "/").startsWith(other + "/") && !(other + "/").startsWith(one + "/");
		}
	}

	/** Silence counts as an answer. @param legalBasis the law that says so */
	record Deemed(String outcome, String legalBasis) {
	}

	/** An inspection brings back photographs, and where they were taken. */
	record OnSite(int fewestPhotos, int mostPhotos) {
	}

	/**
	 * Opinions that are asked for at the same time. It ends as soon as the join is decided; whoever has not answered by then is no longer
	 * asked. Asking nobody is consent.
	 *
	 * @param opinions each a review whose id is {@code <consultation>.<opinion>} and whose outcomes are {@link #CONSENT} and {@link #OBJECTION}
	 * @param consent where consent leads
	 * @param objection where objection leads
	 */
	record Consultation(String id, LocalizedText title, Join join, List<Opinion> opinions, String consent, String objection) implements Step {

		public static final String CONSENT = "consent";
		public static final String OBJECTION = "objection";

		/** @param when whether it is asked for at all; null: always */
		public record Opinion(Review review, @Nullable Formula when) {
		}

		/** How many of those asked must consent: all, any one, or a number (all, if fewer are asked). */
		public sealed interface Join {

			record All() implements Join {
			}

			record Any() implements Join {
			}

			record Quorum(int consents) implements Join {
			}

			/** The outcome, as soon as no further answer can change it. */
			default Optional<String> decided(int asked, int consents, int objections) {
				int needed = switch (this) {
					case All all -> asked;
					case Any any -> Math.min(1, asked);
					case Quorum(int number) -> Math.min(number, asked);
				};
				if (consents >= needed) {
					return Optional.of(CONSENT);
				}
				return asked - objections < needed ? Optional.of(OBJECTION) : Optional.empty();
			}
		}

		/** Where the outcome leads. */
		public String target(String outcome) {
			return outcome.equals(CONSENT) ? consent : objection;
		}

		/** The opinion's step, {@code ask.old-city}. */
		public Optional<Review> opinion(String step) {
			return opinions.stream().map(Opinion::review).filter(review -> review.id().equals(step)).findFirst();
		}
	}

	/**
	 * Evidence that other bodies hold, asked for at the same time. It ends when all have answered, or when its term is over; the clock stands
	 * still meanwhile. Each answer joins the case's data under the name of its evidence. Asking nobody is {@link #FETCHED}.
	 *
	 * @param withinDays working days after which nobody is waited for any longer
	 * @param fetched where it leads when every answer is there
	 * @param missing where it leads when a body has said no, or nothing
	 */
	record Fetch(String id, LocalizedText title, List<Item> items, int withinDays, String fetched, String missing) implements Step {

		public static final String FETCHED = "fetched";
		public static final String MISSING = "missing";
		/** The outcome of an item whose holder gave what was asked for; any other says that there is no such paper. */
		public static final String ANSWERED = "answered";

		/**
		 * @param evidence id of the evidence
		 * @param call the automation, as a step {@code <fetch>.<evidence>} that leads nowhere by itself
		 * @param when whether it is asked for at all; null: always
		 */
		public record Item(String evidence, Automated call, @Nullable Formula when) {
		}

		public Optional<Item> item(String step) {
			return items.stream().filter(item -> item.call().id().equals(step)).findFirst();
		}

		public boolean fetches(String evidence) {
			return items.stream().anyMatch(item -> item.evidence().equals(evidence));
		}

		/** Where the outcome leads. */
		public String target(String outcome) {
			return outcome.equals(FETCHED) ? fetched : missing;
		}
	}

	/**
	 * Time passes, or something happens outside: until a date, which leads to {@code over}; or for an event, which leads to {@code happened},
	 * or to {@code lapsed} after so many working days.
	 *
	 * @param until a date; null when an event is awaited
	 * @param event its name; null when a date is awaited
	 */
	record Wait(String id, LocalizedText title, @Nullable Formula until, @Nullable String event, int withinDays, boolean clockStops,
			Map<String, String> then) implements Step {

		public static final String OVER = "over";
		public static final String HAPPENED = "happened";
		public static final String LAPSED = "lapsed";
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
