package org.nafidha.procedures.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Finding;
import org.nafidha.procedures.Finding.Kind;

/** Short ways to make a {@link Finding}. */
final class Findings {

	private Findings() {
	}

	/** @param values name, value, name, value …; values are texts in both languages or anything that reads the same in both */
	static Finding language(String code, String path, Object... values) {
		return new Finding(code, Kind.LANGUAGE, path, 0, named(values));
	}

	static Finding definition(String code, String path, Object... values) {
		return new Finding(code, Kind.DEFINITION, path, 0, named(values));
	}

	static Finding staffing(String code, String path, Object... values) {
		return new Finding(code, Kind.STAFFING, path, 0, named(values));
	}

	private static Map<String, LocalizedText> named(Object... values) {
		Map<String, LocalizedText> named = new LinkedHashMap<>();
		for (int i = 0; i < values.length; i += 2) {
			named.put((String) values[i], Words.both(values[i + 1]));
		}
		return named;
	}
}
