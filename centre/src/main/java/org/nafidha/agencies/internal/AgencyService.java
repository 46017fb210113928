package org.nafidha.agencies.internal;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Automation.Signature;
import org.nafidha.procedures.Automation.Timing;
import org.nafidha.procedures.Step;
import tools.jackson.databind.json.JsonMapper;

/**
 * One thing that one agency answers.
 *
 * @param agency id, such as {@code civil-registry}
 * @param member of the X-Road network with its subsystem, such as {@code SY/GOV/CIVIL-REGISTRY/CITIZENS}
 * @param outputs names and FEEL types of what an answer holds
 */
record AgencyService(String agency, LocalizedText name, String member, String id, Subject subject, Map<String, String> outputs) {

	static final String REFUSED = "refused";

	/** Of whom or what something is asked. */
	enum Subject {
		PERSON("nationalNumber", "nationalNumber"), PROPERTY("property", "property"), DOCUMENT("document", "reference"), ACCOUNT("account",
				"reference"),
		ORDER("order", "reference");

		private final String input;
		private final String field;

		Subject(String input, String field) {
			this.input = input;
			this.field = field;
		}

		/** Name of the automation's input. */
		String input() {
			return input;
		}

		/** Name in the question's and the answer's {@code subject}. */
		String field() {
			return field;
		}

		static Subject named(String name) {
			return valueOf(name.toUpperCase(Locale.ROOT));
		}
	}

	/** Of whom or what a question asks. */
	String subjectOf(byte[] question) {
		return JsonMapper.shared().readTree(question).path("subject").path(subject.field()).asString("");
	}

	/** The path after {@code /r1/}, as X-Road writes a service's id. */
	String path() {
		return member + "/" + id;
	}

	/** The name under which the agency's public key is kept. */
	String keyName() {
		return member.split("/")[2].toLowerCase(Locale.ROOT);
	}

	String automation() {
		return agency + "." + id;
	}

	Signature signature() {
		Map<String, String> all = new LinkedHashMap<>(outputs);
		all.putAll(Map.of("source", "string", "sourceEn", "string", "asOf", "string", "reference", "string", "reused", "boolean"));
		return new Signature(automation(), Map.of(subject.input(), "string", "purpose", "string"), all, Set.of(Step.Fetch.ANSWERED, REFUSED),
				Timing.AFTER_COMMIT);
	}
}
