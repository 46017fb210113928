package org.nafidha.verifier;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON object as our formats use it: no member twice, bounded depth, nothing after it. Whatever is asked for and is not
 * there, or is of another type, rejects the file with the cause given at the start.
 */
final class Json {
	private static final JsonMapper MAPPER = JsonMapper
			.builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
					.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(Limits.JSON_DEPTH).maxStringLength(Limits.TEXT_BYTES)
							.maxNumberLength(40).maxDocumentLength(Limits.TEXT_BYTES).build())
					.build())
			.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS).build();

	private final JsonNode node;
	private final Cause otherwise;

	private Json(JsonNode node, Cause otherwise) throws Rejected {
		if (!node.isObject())
			throw new Rejected(otherwise);
		this.node = node;
		this.otherwise = otherwise;
	}

	static Json parse(byte[] text, Cause otherwise) throws Rejected {
		if (text.length > Limits.TEXT_BYTES)
			throw new Rejected(otherwise);
		try {
			return new Json(MAPPER.readTree(text), otherwise);
		} catch (JacksonException _) {
			throw new Rejected(otherwise);
		}
	}

	JsonNode node() {
		return node;
	}

	/** The same object, judged from now on with another cause. */
	Json orElse(Cause cause) throws Rejected {
		return new Json(node, cause);
	}

	String text(String name) throws Rejected {
		String text = textOrNull(name);
		if (text == null)
			throw new Rejected(otherwise);
		return text;
	}

	@Nullable
	String textOrNull(String name) throws Rejected {
		JsonNode value = node.get(name);
		if (value == null || value.isNull())
			return null;
		if (!value.isString())
			throw new Rejected(otherwise);
		return value.stringValue();
	}

	/** A whole number from 0 to 2^53. */
	long count(String name) throws Rejected {
		JsonNode value = node.get(name);
		if (value == null || !value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0 || value.longValue() > 1L << 53)
			throw new Rejected(otherwise);
		return value.longValue();
	}

	boolean flag(String name) throws Rejected {
		JsonNode value = node.get(name);
		if (value == null || !value.isBoolean())
			throw new Rejected(otherwise);
		return value.booleanValue();
	}

	byte[] base64(String name) throws Rejected {
		return base64(text(name), otherwise);
	}

	static byte[] base64(String text, Cause otherwise) throws Rejected {
		try {
			byte[] bytes = Base64.getDecoder().decode(text);
			// the decoder forgives missing padding and stray last bits; one value must have one spelling
			if (!Base64.getEncoder().encodeToString(bytes).equals(text))
				throw new Rejected(otherwise);
			return bytes;
		} catch (IllegalArgumentException _) {
			throw new Rejected(otherwise);
		}
	}

	Instant time(String name) throws Rejected {
		try {
			return Instant.parse(text(name));
		} catch (DateTimeParseException _) {
			throw new Rejected(otherwise);
		}
	}

	@Nullable
	Instant timeOrNull(String name) throws Rejected {
		return textOrNull(name) == null ? null : time(name);
	}

	boolean has(String name) {
		return node.has(name);
	}

	Json object(String name) throws Rejected {
		JsonNode value = node.get(name);
		if (value == null)
			throw new Rejected(otherwise);
		return new Json(value, otherwise);
	}

	List<Json> objects(String name) throws Rejected {
		List<Json> out = new ArrayList<>();
		for (JsonNode item : array(name))
			out.add(new Json(item, otherwise));
		return out;
	}

	List<String> texts(String name) throws Rejected {
		List<String> out = new ArrayList<>();
		for (JsonNode item : array(name)) {
			if (!item.isString())
				throw new Rejected(otherwise);
			out.add(item.stringValue());
		}
		return out;
	}

	private JsonNode array(String name) throws Rejected {
		JsonNode value = node.get(name);
		if (value == null || !value.isArray())
			throw new Rejected(otherwise);
		return value;
	}
}
