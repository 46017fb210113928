package org.nafidha.procedures;

import java.util.OptionalInt;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;

/**
 * A service's definition at one version: immutable once published.
 *
 * @param id such as {@code violations-statement}
 * @param owner unit code
 * @param statutoryDays working days within which the law wants the decision
 * @param evidence in the order in which it is fetched; each item's formulas may read those before it
 * @param steps in the order of the file
 * @param aboutRefusal its cases are appeals: each is about a case that was refused, which is taken up again when this one is granted
 * @param withdrawal the end that a case reaches whose applicant takes it back; null: it cannot be taken back
 * @param text the YAML as published, byte for byte
 */
public record Procedure(String id, int version, LocalizedText name, LocalizedText summary, String owner, Set<Channel> channels, List<Legal> legal,
		int statutoryDays, List<Input> inputs, @Nullable Eligibility eligibility, List<Evidence> evidence, List<Fee> fees, String start,
		Map<String, Step> steps, Map<String, End> ends, @Nullable Appeal appeal, @Nullable IssuedDocument document, List<String> keywords,
		@Nullable String withdrawal, boolean aboutRefusal, boolean placeholder, String text) {

	/** The step of that id, also an opinion of a consultation ({@code ask.old-city}); null if there is none. */
	public @Nullable Step step(String id) {
		int dot = id.indexOf('.');
		if (dot < 0) {
			return steps.get(id);
		}
		return switch (steps.get(id.substring(0, dot))) {
			case Step.Consultation consultation -> consultation.opinion(id).orElse(null);
			case Step.Fetch fetch -> fetch.item(id).map(Step.Fetch.Item::call).orElse(null);
			case null, default -> null;
		};
	}

	/** Evidence that the application asks the citizen for, whatever else is known. */
	public List<Evidence> brought() {
		return evidence.stream().filter(Evidence::fromCitizen).toList();
	}

	/** Evidence that nobody has to bring: it is fetched, or a unit of the city that is asked anyhow gives it. What a list or a table says is no evidence. */
	public List<Evidence> fetched() {
		return evidence.stream().filter(item -> !item.fromCitizen() && !item.rule()).toList();
	}

	/** Whether whoever stands at the step is asked for the item: it is fetched there, or its officer sees to it. */
	public boolean asksFor(String step, Evidence item) {
		int dot = step.indexOf('.');
		boolean fetched = dot > 0 && step.substring(dot + 1).equals(item.id()) && steps.get(step.substring(0, dot)) instanceof Step.Fetch;
		return fetched || step.equals(item.askedOf());
	}

	/** Whether an item is fetched by a step, since its holder cannot answer at once; not when the case is opened. */
	public boolean fetchedLater(String item) {
		return steps.values().stream().anyMatch(step -> step instanceof Step.Fetch fetch && fetch.fetches(item));
	}

	public enum Channel {
		PORTAL, COUNTER
	}

	public enum InputType {
		PROPERTY_REF, CHOICE, TEXT, NUMBER, DATE
	}

	/** A law, decree or decision, by id and how people cite it. */
	public record Legal(String id, LocalizedText title) {
	}

	/**
	 * @param options for CHOICE: value and label, in order
	 * @param bounds for NUMBER: what it may be; null: anything
	 */
	public record Input(String id, InputType type, LocalizedText label, @Nullable LocalizedText help, boolean required, int maxLength,
			Map<String, LocalizedText> options, @Nullable Bounds bounds) {
	}

	/** From the least to the most, both included. @param whole no fractions */
	public record Bounds(BigDecimal least, BigDecimal most, boolean whole) {
	}

	/** Checked when the case is opened, after evidence has been fetched. */
	public record Eligibility(Formula mayAsk, String refusalCode, LocalizedText refusalText, @Nullable String legalBasis) {
	}

	/**
	 * @param automation fetches it: when the case is opened, or, if it answers later, by a {@link Step.Fetch}; null when nothing does
	 * @param when null: always
	 * @param holder who holds it, for the service page
	 * @param validForDays how old an answer may be to be used again for another case, in days; 0: it is always fetched afresh
	 * @param askedOf the step or opinion whose officer sees to it, so that nobody has to bring it; null when none does
	 * @param orCitizen the citizen brings it if it cannot be fetched
	 */
	public record Evidence(String id, LocalizedText title, LocalizedText holder, @Nullable String automation, Map<String, Formula> inputs,
			@Nullable Formula when, int validForDays, @Nullable String askedOf, boolean orCitizen) {

		/** Whether it is what the city's own rules say, a list or a decision table, and no paper about anybody. */
		public boolean rule() {
			return automation != null && (automation.startsWith("lists.") || automation.startsWith("tables."));
		}

		public boolean fromCitizen() {
			return automation == null && askedOf == null;
		}

		/** Whether the case lacks it and the citizen is the one to bring it. @param data what the case knows */
		public boolean wantedOfCitizen(Map<String, Object> data) {
			boolean needed = when == null || !Boolean.FALSE.equals(when.evaluate(data));
			return needed && (fromCitizen() || orCitizen && !data.containsKey(id));
		}
	}

	/** @param account the ledger account that the money belongs to, such as {@code council} or {@code treasury} */
	public record Fee(String id, LocalizedText title, Formula amount, String account, @Nullable String legalBasis) {
	}

	/** @param granted what the citizen is told; @param reason code of refusal when not granted */
	public record End(String id, boolean granted, @Nullable String reason, LocalizedText title) {

		/** The reason of ends that somebody decided against the applicant: these can be appealed against, and the public figures count them. */
		public static final String REFUSED_BY_DECISION = "refused-by-decision";

		/** False also for what lapsed, was not paid or was taken back. */
		public boolean refusedByDecision() {
			return !granted && REFUSED_BY_DECISION.equals(reason);
		}
	}

	/**
	 * @param withinDays calendar days after the decision
	 * @param to who decides appeals, and how one gets there
	 * @param upheld the step at which the case is taken up again when an appeal is upheld, or {@link #SAME_STEP}; null: appeals go outside this product
	 */
	public record Appeal(int withinDays, LocalizedText to, @Nullable String upheld) {

		/** The step that refused is decided anew. */
		public static final String SAME_STEP = "same step";
	}

	/**
	 * @param code first letters of the document's number, such as TRS
	 * @param template name of the document template
	 * @param fields what the template prints, besides what every document does; empty when the capability that issues it has a mapping of its own
	 * @param inCode fields that its verifiable code carries, the most important first, with their labels
	 * @param validMonths for how many whole months from its day of issue it holds, 0 to {@link #LONGEST_VALIDITY}; 0, like null: without end
	 */
	public record IssuedDocument(String code, String template, LocalizedText title, LocalizedText signatory, Map<String, Formula> fields,
			Map<String, LocalizedText> inCode, @Nullable Formula validMonths) {

		/** A hundred years. */
		public static final int LONGEST_VALIDITY = 1_200;

		/** What a value of {@code validMonths} means; empty when it is no whole number of months in that range. */
		public static OptionalInt months(@Nullable Object value) {
			if (!(value instanceof BigDecimal number) || number.signum() < 0 || number.stripTrailingZeros().scale() > 0
					|| number.compareTo(BigDecimal.valueOf(LONGEST_VALIDITY)) > 0) {
				return OptionalInt.empty();
			}
			return OptionalInt.of(number.intValueExact());
		}
	}
}
