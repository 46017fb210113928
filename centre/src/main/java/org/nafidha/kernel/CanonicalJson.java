package org.nafidha.kernel;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON with exactly one spelling for a value, so that its hash can be computed again by anybody: RFC 8785 restricted to
 * strings, booleans, integers within ±(2^53-1), arrays and objects. There are no fractions and no null: money is in minor
 * units, shares are strings, what is unknown is left out.
 */
public final class CanonicalJson {

	/** How deep arrays and objects may stand in each other. */
	public static final int DEPTH_LIMIT = 32;

	private static final long INTEGER_LIMIT = (1L << 53) - 1;
	private static final char[] HEX = "0123456789abcdef".toCharArray();

	private final StringBuilder text = new StringBuilder(256);

	private CanonicalJson() {
	}

	/**
	 * The canonical text of a value made of {@link String}, {@link Boolean}, the integer types, {@link Iterable} and
	 * {@link Map} with text keys. Throws {@link IllegalArgumentException} naming the place of anything else.
	 */
	public static String write(Object value) {
		CanonicalJson json = new CanonicalJson();
		json.value(value, "$", 0);
		return json.text.toString();
	}

	/** The same in UTF-8, ready to be hashed. */
	public static byte[] bytes(Object value) {
		return write(value).getBytes(StandardCharsets.UTF_8);
	}

	private void value(Object value, String place, int depth) {
		switch (value) {
			case null -> throw refused(place, "null cannot be written");
			case String s -> string(s, place);
			case Boolean b -> text.append(b.booleanValue());
			case Integer i -> text.append(i.intValue());
			case Long n -> integer(n, place);
			case Short n -> text.append(n.intValue());
			case Byte n -> text.append(n.intValue());
			case BigInteger n when n.bitLength() <= 53 -> integer(n.longValue(), place);
			case Map<?, ?> map -> object(map, place, depth + 1);
			case Iterable<?> items -> array(items, place, depth + 1);
			default -> throw refused(place, "a " + value.getClass().getSimpleName() + " cannot be written");
		}
	}

	private void integer(long n, String place) {
		if (n > INTEGER_LIMIT || n < -INTEGER_LIMIT) {
			throw refused(place, n + " is beyond 2^53-1");
		}
		text.append(n);
	}

	private void object(Map<?, ?> map, String place, int depth) {
		checkDepth(place, depth);
		// String compares by UTF-16 code unit, which is the order RFC 8785 section 3.2.3 wants
		TreeMap<String, Object> sorted = new TreeMap<>();
		for (Map.Entry<?, ?> entry : map.entrySet()) {
			if (!(entry.getKey() instanceof String key)) {
				throw refused(place, "the key " + entry.getKey() + " is not a text");
			}
			sorted.put(key, entry.getValue());
		}
		text.append('{');
		String separator = "";
		for (Map.Entry<String, Object> entry : sorted.entrySet()) {
			text.append(separator);
			string(entry.getKey(), place);
			text.append(':');
			value(entry.getValue(), place + "." + entry.getKey(), depth);
			separator = ",";
		}
		text.append('}');
	}

	private void array(Iterable<?> items, String place, int depth) {
		checkDepth(place, depth);
		text.append('[');
		int index = 0;
		for (Object item : items) {
			if (index > 0) {
				text.append(',');
			}
			value(item, place + "[" + index + "]", depth);
			index++;
		}
		text.append(']');
	}

	private void string(String s, String place) {
		text.append('"');
		for (int i = 0; i < s.length(); i++) {
			char c = s.charAt(i);
			if (Character.isSurrogate(c)) {
				if (!Character.isHighSurrogate(c) || i + 1 == s.length() || !Character.isLowSurrogate(s.charAt(i + 1))) {
					throw refused(place, "a surrogate stands alone at " + i);
				}
				text.append(c).append(s.charAt(++i));
			} else {
				character(c);
			}
		}
		text.append('"');
	}

	private void character(char c) {
		switch (c) {
			case '"' -> text.append("\\\"");
			case '\\' -> text.append("\\\\");
			case '\b' -> text.append("\\b");
			case '\t' -> text.append("\\t");
			case '\n' -> text.append("\\n");
			case '\f' -> text.append("\\f");
			case '\r' -> text.append("\\r");
			default -> {
				if (c < 0x20) {
					text.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 0xf]);
				} else {
					text.append(c);
				}
			}
		}
	}

	private static void checkDepth(String place, int depth) {
		if (depth > DEPTH_LIMIT) {
			throw refused(place, "deeper than " + DEPTH_LIMIT);
		}
	}

	private static IllegalArgumentException refused(String place, String why) {
		return new IllegalArgumentException("not canonical JSON at " + place + ": " + why);
	}
}
