package org.nafidha.verifier;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The canonical form of JSON (RFC 8785), restricted as docs/formats.md says: strings, booleans, integers within 2^53, arrays, objects. */
final class CanonicalJson {
	private static final String HEX = "0123456789abcdef";

	private final StringBuilder out = new StringBuilder();
	private final Cause otherwise;

	private CanonicalJson(Cause otherwise) {
		this.otherwise = otherwise;
	}

	static byte[] of(JsonNode node, Cause otherwise) throws Rejected {
		CanonicalJson writer = new CanonicalJson(otherwise);
		writer.value(node);
		return writer.out.toString().getBytes(StandardCharsets.UTF_8);
	}

	private void value(JsonNode node) throws Rejected {
		switch (node.getNodeType()) {
			case STRING -> string(node.stringValue());
			case BOOLEAN -> out.append(node.booleanValue());
			case NUMBER -> number(node);
			case ARRAY -> array(node);
			case OBJECT -> object(node);
			default -> throw new Rejected(otherwise);
		}
	}

	private void number(JsonNode node) throws Rejected {
		if (!node.isIntegralNumber() || !node.canConvertToLong() || Math.absExact(Math.max(node.longValue(), -Long.MAX_VALUE)) > 1L << 53)
			throw new Rejected(otherwise);
		out.append(node.longValue());
	}

	private void array(JsonNode node) throws Rejected {
		String separator = "[";
		for (JsonNode item : node) {
			out.append(separator);
			value(item);
			separator = ",";
		}
		out.append(node.isEmpty() ? "[]" : "]");
	}

	/** Members are ordered by the UTF-16 code units of their names, which is how Java orders strings. */
	private void object(JsonNode node) throws Rejected {
		TreeMap<String, JsonNode> members = new TreeMap<>();
		node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
		String separator = "{";
		for (var member : members.entrySet()) {
			out.append(separator);
			string(member.getKey());
			out.append(':');
			value(member.getValue());
			separator = ",";
		}
		out.append(node.isEmpty() ? "{}" : "}");
	}

	private void string(String text) throws Rejected {
		if (!StandardCharsets.UTF_8.newEncoder().canEncode(text))
			throw new Rejected(otherwise); // half of a surrogate pair
		out.append('"');
		for (int i = 0; i < text.length(); i++)
			character(text.charAt(i));
		out.append('"');
	}

	private void character(char c) {
		switch (c) {
			case '"' -> out.append("\\\"");
			case '\\' -> out.append("\\\\");
			case '\b' -> out.append("\\b");
			case '\t' -> out.append("\\t");
			case '\n' -> out.append("\\n");
			case '\f' -> out.append("\\f");
			case '\r' -> out.append("\\r");
			default -> {
				if (c < 0x20)
					out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
				else
					out.append(c);
			}
		}
	}
}
