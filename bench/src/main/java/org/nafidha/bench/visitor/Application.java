package org.nafidha.bench.visitor;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a citizen asks for.
 *
 * @param firstQuestion where the questions begin
 * @param answers by the names of the form's fields
 */
public record Application(String service, String firstQuestion, Map<String, String> answers) {

	public Application {
		answers = Map.copyOf(answers);
	}

	/** A statement about a property, such as {@code 4/1187/3}. */
	public static Application aboutProperty(String service, String property, String purpose) {
		String[] parts = property.split("/", -1);
		Map<String, String> answers = new LinkedHashMap<>();
		answers.put("property.zone", parts[0]);
		answers.put("property.parcel", parts[1]);
		answers.put("property.section", parts.length > 2 ? parts[2] : "");
		answers.put("purpose", purpose);
		answers.put("capacity", "");
		return new Application(service, "property", answers);
	}
}
