package org.nafidha.procedures.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nafidha.procedures.Finding;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.StaffFacts;

/**
 * A small sound procedure of which tests change one thing: look at the sheet, pay, have it checked if it is not verified,
 * issue. Titles in English are the ids, so that findings can be read.
 */
final class Draft {

	private final Map<String, String> parts = new LinkedHashMap<>(Map.of("term", "3 working days", "start", "pay", "eligibility", "", "inputs", """
			  property: { type: property-ref, label: { ar: ع, en: property } }
			  size: { type: number, label: { ar: م, en: size } }
			  kind: { type: choice, label: { ar: ن, en: kind }, of: { shop: { ar: محل, en: shop }, house: { ar: بيت, en: house } } }
			  floor: { type: number, optional: true, label: { ar: ط, en: floor } }
			""", "evidence",
			"""
					  sheet: { from: register.sheet, given: { property: property, personId: applicant.personId }, title: { ar: ص, en: sheet }, holder: { ar: ج, en: register } }
					""",
			"fees", """
					  fee: { title: { ar: رسم, en: fee }, amount: 500, to: council }
					"""));
	private final Map<String, String> steps = new LinkedHashMap<>();
	private final Map<String, String> ends = new LinkedHashMap<>();
	private final StringBuilder lines = new StringBuilder();

	Draft() {
		step("pay", "payment: [fee], within: 5 working days, then: { paid: known, lapsed: lapsed }");
		step("known", "choice: [ { when: sheet.verified, then: issue }, { otherwise: check } ]");
		review("check", "yes: issue, no: refused");
		step("issue", "issue: paper, then: { issued: granted }");
		end("granted", true);
		end("refused", false);
		end("lapsed", false);
	}

	Draft with(String part, String text) {
		parts.put(part, text);
		return this;
	}

	Draft add(String part, String text) {
		parts.merge(part, text, String::concat);
		return this;
	}

	/** Choices get the id as their title too. */
	Draft step(String id, String content) {
		boolean titled = content.startsWith("payment") || content.startsWith("choice") || content.startsWith("issue")
				|| content.startsWith("automation");
		steps.put(id, "  " + id + ": { " + content + (titled ? ", title: { ar: خ, en: " + id + " }" : "") + " }\n");
		return this;
	}

	Draft review(String id, String then) {
		return review(id, then, "1 working day", "");
	}

	Draft review(String id, String then, String deadline, String more) {
		return step(id,
				"review: { ar: خ, en: " + id + " }, by: registrar, unit: temporary-register, deadline: " + deadline + more + ", then: { " + then
						+ " }");
	}

	Draft correction(String id, String of, String back, int atMost) {
		return step(id, "correction: { ar: خ, en: " + id + " }, of: " + of + ", within: 10 working days, atMost: " + atMost + ", then: { corrected: "
				+ back + ", lapsed: lapsed }");
	}

	Draft end(String id, boolean granted) {
		ends.put(id, "  " + id + ": { granted: " + granted + (granted ? "" : ", reason: why") + ", title: { ar: ن, en: " + id + " } }\n");
		return this;
	}

	/** An end that somebody decided. */
	Draft refusal(String id) {
		end(id, false);
		ends.computeIfPresent(id, (end, text) -> text.replace("reason: why", "reason: refused-by-decision"));
		return this;
	}

	Draft without(String id) {
		steps.remove(id);
		ends.remove(id);
		return this;
	}

	/** Whole lines of the top level. */
	Draft line(String text) {
		lines.append(text).append('\n');
		return this;
	}

	String text() {
		String body = "procedure: draft\nversion: 1\nname: { ar: م, en: draft }\nsummary: { ar: م, en: draft }\nowner: temporary-register\n"
				+ "channels: [counter]\nlegal: { law: { ar: ق, en: law } }\nkeywords: [draft]\nkeep: 1 year\n"
				+ "document: { code: DR, template: paper, title: { ar: و, en: paper }, signatory: { ar: م, en: someone }"
				+ parts.getOrDefault("validity", "") + " }\n"
				+ "appeal: { within: 30 days, to: { ar: م, en: somebody } }\n" + "statutoryTerm: " + parts.get("term") + "\nstart: "
				+ parts.get("start")
				+ "\n" + lines + parts.get("eligibility") + "inputs:\n" + parts.get("inputs") + "evidence:\n" + parts.get("evidence") + "fees:\n"
				+ parts.get("fees") + "steps:\n" + String.join("", steps.values()) + "ends:\n" + String.join("", ends.values());
		return body + decisions(body);
	}

	/** Words for every outcome of every human step; a refusal's reason names a law. */
	private static String decisions(String body) {
		StringBuilder decisions = new StringBuilder();
		YamlSource.read(body).root().path("steps").properties().stream()
				.filter(step -> step.getValue().has("review") || step.getValue().has("inspection") || step.getValue().has("consultation"))
				.forEach(step -> {
					decisions.append("  ").append(step.getKey()).append(":\n");
					for (String outcome : step.getValue().path("then").propertyNames()) {
						decisions.append("    ").append(outcome).append(": { ar: ن, en: ").append(outcome)
								.append(", reasons: { because: { ar: س, en: because, legal: law } } }\n");
					}
				});
		return decisions.isEmpty() ? "" : "decisions:\n" + decisions;
	}

	Procedure procedure() {
		return House.load(text());
	}

	/** What is found wrong, as sentences without file and line. */
	List<String> findings() {
		return sentences(House.check(procedure()));
	}

	List<String> findings(StaffFacts staff) {
		return sentences(new Checks(House.SIGNATURES, staff, null, List.of(), House.WORDS).check(procedure()));
	}

	List<String> codes() {
		return House.check(procedure()).stream().map(Finding::code).collect(Collectors.toList());
	}

	private static List<String> sentences(List<Finding> findings) {
		return House.english(findings).stream().map(text -> text.replaceFirst("^test\\.yaml(:[0-9]+)?: ", "")).toList();
	}
}
