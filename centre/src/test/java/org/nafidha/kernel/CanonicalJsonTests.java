package org.nafidha.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalJsonTests {

	@Test
	void objectsAreSortedByUtf16CodeUnits() {
		// the sorting example of RFC 8785 section 3.2.3
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("\u20ac", "Euro Sign");
		map.put("\r", "Carriage Return");
		map.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
		map.put("1", "One");
		map.put("\ud83d\ude00", "Emoji: Grinning Face");
		map.put("\u0080", "Control");
		map.put("\u00f6", "Latin Small Letter O With Diaeresis");
		assertThat(CanonicalJson.write(map)).containsSubsequence("Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis",
				"Euro Sign", "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh");
	}

	@Test
	void stringsAreEscapedAsRfc8785SaysAndNoFurther() {
		// the string of RFC 8785 section 3.2.2
		assertThat(CanonicalJson.write("\u20ac$\u000F\nA'B\"\\\\\"/")).isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
		assertThat(CanonicalJson.write("\b\t\f\r\u0000\u001f\u007f")).isEqualTo("\"\\b\\t\\f\\r\\u0000\\u001f\u007f\"");
		assertThat(CanonicalJson.write("معاملة \ud83d\ude00")).isEqualTo("\"معاملة \ud83d\ude00\"");
	}

	@Test
	void valuesNestWithoutBlanks() {
		Map<String, Object> inner = new HashMap<>();
		inner.put("ok", true);
		inner.put("amounts", List.of(1, -2L, (short) 3, (byte) 4, new BigInteger("9007199254740991")));
		assertThat(CanonicalJson.write(Map.of("b", inner, "a", List.of(), "c", Map.of())))
				.isEqualTo("{\"a\":[],\"b\":{\"amounts\":[1,-2,3,4,9007199254740991],\"ok\":true},\"c\":{}}");
	}

	static List<Object> refusedValues() {
		return List.of(1.5, 2.0f, new BigDecimal("3"), 1L << 53, -(1L << 53), BigInteger.ONE.shiftLeft(70), 'c', Map.of(1, "number as key"), "\ud83d",
				"\ude00\ud83d", List.of(Map.of("x", new Object())));
	}

	@ParameterizedTest
	@MethodSource("refusedValues")
	void whatHasNoSingleSpellingIsRefused(Object value) {
		assertThatThrownBy(() -> CanonicalJson.write(value)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("not canonical JSON");
	}

	@Test
	void nullIsRefusedAndItsPlaceIsNamed() {
		Map<String, Object> facts = new HashMap<>();
		facts.put("owner", null);
		assertThatThrownBy(() -> CanonicalJson.write(Map.of("facts", List.of(facts)))).hasMessageContaining("$.facts[0].owner");
	}

	@Test
	void depthIsLimited() {
		Object value = "x";
		for (int i = 0; i < CanonicalJson.DEPTH_LIMIT; i++) {
			value = List.of(value);
		}
		Object deepest = value;
		assertThat(CanonicalJson.write(deepest)).startsWith("[[");
		assertThatThrownBy(() -> CanonicalJson.write(List.of(deepest))).hasMessageContaining("deeper than 32");
	}
}
