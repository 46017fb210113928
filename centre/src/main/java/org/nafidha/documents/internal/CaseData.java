package org.nafidha.documents.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a case knows: maps, lists, texts and numbers that other modules' automations left there. Anything absent is a
 * blank text, an empty list or an empty map; the template and the mapping decide what must be there.
 */
record CaseData(Map<?, ?> values) {

	static CaseData of(@Nullable Object value) {
		return new CaseData(value instanceof Map<?, ?> map ? map : Map.of());
	}

	boolean isEmpty() {
		return values.isEmpty();
	}

	CaseData map(String name) {
		return of(values.get(name));
	}

	List<CaseData> list(String name) {
		return values.get(name) instanceof List<?> list ? list.stream().map(CaseData::of).toList() : List.of();
	}

	boolean is(String name) {
		return Boolean.TRUE.equals(values.get(name));
	}

	String text(String name) {
		return switch (values.get(name)) {
			case null -> "";
			case BigDecimal number when number.stripTrailingZeros().scale() <= 0 -> number.toBigInteger().toString();
			case BigDecimal number -> number.toPlainString();
			case Object other -> other.toString().strip();
		};
	}

	/** The first of these names that has a text. */
	Optional<String> firstText(String... names) {
		for (String name : names) {
			if (!text(name).isEmpty()) {
				return Optional.of(text(name));
			}
		}
		return Optional.empty();
	}
}
