package org.nafidha.procedures.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.platform.Texts;
import org.nafidha.procedures.Automation.Signature;
import org.nafidha.procedures.Automation.Timing;
import org.nafidha.procedures.Finding;
import org.nafidha.procedures.LoadedProcedure.Faulty;
import org.nafidha.procedures.LoadedProcedure.Loaded;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.StaffFacts;

/** The automations and staff that procedures are checked against in these tests, without a running centre. */
final class House {

	static final Texts TEXTS = new Texts();
	static final Words WORDS = new Words(TEXTS);
	static final YamlLoader LOADER = new YamlLoader(TEXTS);

	static final Map<String, Signature> SIGNATURES = Map.of(
			"register.sheet", new Signature("register.sheet", Map.of("property", "string", "personId", "string"),
					Map.of("found", "boolean", "number", "string", "verified", "boolean", "applicantIsOwner", "boolean", "owners", "list", "areaM2",
							"number"),
					Set.of("done"), Timing.IN_TRANSACTION),
			"register.violations", new Signature("register.violations", Map.of("property", "string"),
					Map.of("found", "boolean", "unclear", "boolean", "count", "number", "list", "list"), Set.of("done"), Timing.IN_TRANSACTION),
			"payments.charge",
			new Signature("payments.charge", Map.of("fees", "list"), Map.of("receipt", "string"), Set.of("paid"), Timing.IN_TRANSACTION),
			"documents.issue", new Signature("documents.issue", Map.of("template", "string"), Map.of("document", "string"), Set.of("issued"),
					Timing.AFTER_COMMIT),
			"agency.query",
			new Signature("agency.query", Map.of("personId", "string"), Map.of("clean", "boolean"), Set.of("answered"), Timing.AFTER_COMMIT));

	private House() {
	}

	/** Staff of so many officers per "role unit"; roles and units are those named here. */
	static StaffFacts staff(Map<String, Integer> officers) {
		return new StaffFacts() {
			@Override
			public boolean roleExists(String role) {
				return officers.keySet().stream().anyMatch(key -> key.startsWith(role + " "));
			}

			@Override
			public boolean unitExists(String unit) {
				return officers.keySet().stream().anyMatch(key -> key.endsWith(" " + unit));
			}

			@Override
			public Map<String, LocalizedText> officers(String role, String unit) {
				Map<String, LocalizedText> found = new LinkedHashMap<>();
				IntStream.rangeClosed(1, officers.getOrDefault(role + " " + unit, 0)).mapToObj(n -> role + "-" + n)
						.forEach(id -> found.put(id, new LocalizedText(id, id)));
				return found;
			}

			/** Everybody of a role in its first unit. */
			@Override
			public String unitOf(String officer) {
				String role = officer.substring(0, officer.lastIndexOf('-'));
				return officers.keySet().stream().filter(key -> key.startsWith(role + " ")).map(key -> key.substring(role.length() + 1)).sorted()
						.findFirst().orElse("");
			}
		};
	}

	static Procedure load(String text) {
		return switch (LOADER.load("test.yaml", text)) {
			case Loaded(Procedure procedure) -> procedure;
			case Faulty faulty -> throw new AssertionError(english(faulty.findings()));
		};
	}

	static List<Finding> check(Procedure procedure) {
		return new Checks(SIGNATURES, null, null, List.of(), WORDS).check(procedure);
	}

	/** The sentences in English; that both languages have all the values they name is asserted on the way. */
	static List<String> english(List<Finding> findings) {
		for (Finding finding : findings) {
			for (Locale locale : List.of(Texts.ARABIC, Texts.ENGLISH)) {
				List<String> named = Pattern.compile("\\{([a-z]+)}").matcher(TEXTS.text(locale, "finding." + finding.code())).results()
						.map(match -> match.group(1)).toList();
				assertThat(finding.values().keySet()).as(finding.code()).containsAll(named);
			}
		}
		return findings.stream().map(finding -> finding.text(TEXTS, Texts.ENGLISH, "test.yaml")).toList();
	}
}
