package org.nafidha.register;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The cadastral zones (المناطق العقارية) by the names that people know them by. Thread-safe. */
public interface Zones {

	/** The code of the zone of that name, in Arabic or English and in any spelling; empty when there is none, or more than one. */
	Optional<String> code(String name);

	/** The fields of a form, with a zone's code in the place of its name; a zone stands in fields whose name ends in {@code .zone}. */
	default Map<String, String> coded(Map<String, String> typed) {
		Map<String, String> coded = new HashMap<>(typed);
		coded.replaceAll((field, value) -> field.endsWith(".zone") ? code(value).orElse(value) : value);
		return coded;
	}
}
