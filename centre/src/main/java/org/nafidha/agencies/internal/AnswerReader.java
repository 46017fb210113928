package org.nafidha.agencies.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.agencies.internal.Reply.Answer;
import org.nafidha.agencies.internal.Reply.Fault;
import org.nafidha.agencies.internal.Reply.Unusable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an answer as strictly as a form of a stranger: signature first, then whose it is, then every field, its type and its size. What the
 * case could not store must not be taken: the case would come to it again and again and never go on.
 */
@Component
class AnswerReader {

	private static final int SIGNED_STATUS = 200;
	private static final int SIGNED_ACCEPTANCE = 202;
	private static final int LONGEST_TEXT = 1_000;
	private static final int LONGEST_LIST = 500;
	private static final int MOST_FIELDS = 50;
	private static final int MOST_DIGITS = 30;
	private static final int LONGEST_REFERENCE = 100;
	/** What the clocks of two houses may differ by; an answer from later than that would be good for ever. */
	private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

	private final AgencyKeys keys;
	private final InstantSource clock;
	/** Numbers as they are written, not as a machine rounds them. */
	private final JsonMapper json = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

	AnswerReader(AgencyKeys keys, InstantSource clock) {
		this.keys = keys;
		this.clock = clock;
	}

	/** Whether the agency has taken the question, to answer it later. */
	boolean accepts(Question question, byte[] bytes, String signature) {
		return keys.signedBy(question.service(), question.signedAnswer(SIGNED_ACCEPTANCE, bytes), signature);
	}

	Reply read(Question question, byte[] bytes, String signature) {
		if (!keys.signedBy(question.service(), question.signedAnswer(SIGNED_STATUS, bytes), signature)) {
			return new Unusable(Fault.SIGNATURE, bytes);
		}
		try {
			return read(question, json.readTree(bytes), bytes, signature);
		} catch (JacksonException | DateTimeException noAnswer) {
			return new Unusable(Fault.GARBAGE, bytes);
		}
	}

	private Reply read(Question question, JsonNode root, byte[] bytes, String signature) {
		String outcome = root.path("outcome").asString("");
		if (!root.isObject() || !outcome.equals("answered") && !outcome.equals(AgencyService.REFUSED)) {
			return new Unusable(Fault.GARBAGE, bytes);
		}
		if (!question.subject().equals(root.path("subject").path(question.service().subject().field()).asString(""))) {
			return new Unusable(Fault.OTHER_SUBJECT, bytes);
		}
		Instant asOf = Instant.parse(root.path("asOf").asString(""));
		String reference = root.path("reference").asString("");
		if (asOf.isBefore(Instant.EPOCH) || asOf.isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
			return new Unusable(Fault.TIME, bytes);
		}
		if (reference.length() > LONGEST_REFERENCE || !plain(reference)) {
			return new Unusable(Fault.WRONG_TYPES, bytes);
		}
		if (outcome.equals(AgencyService.REFUSED)) {
			return new Answer(false, asOf, reference, Map.of(), bytes, signature);
		}
		return outputs(question.service(), root.path("data")).<Reply>map(outputs -> new Answer(true, asOf, reference, outputs, bytes, signature))
				.orElseGet(() -> new Unusable(Fault.WRONG_TYPES, bytes));
	}

	/** What the service promises and nothing else; empty when something is missing or of another type. */
	private static Optional<Map<String, Object>> outputs(AgencyService service, JsonNode data) {
		Map<String, Object> outputs = new LinkedHashMap<>();
		for (Map.Entry<String, String> output : service.outputs().entrySet()) {
			Object value = value(data.path(output.getKey()), output.getValue());
			if (value == null) {
				return Optional.empty();
			}
			outputs.put(output.getKey(), value);
		}
		return Optional.of(outputs);
	}

	private static @Nullable Object value(JsonNode node, String type) {
		return switch (type) {
			case "boolean" -> node.isBoolean() ? node.asBoolean() : null;
			case "number" -> node.isNumber() ? number(node.decimalValue()) : null;
			case "list" -> node.isArray() && node.size() <= LONGEST_LIST ? rows(node) : null;
			default -> node.isString() && node.asString().length() <= LONGEST_TEXT && plain(node.asString()) ? node.asString() : null;
		};
	}

	/** A short number with a huge exponent is a huge number. */
	private static @Nullable BigDecimal number(BigDecimal value) {
		return value.precision() <= MOST_DIGITS && Math.abs(value.scale()) <= MOST_DIGITS ? value : null;
	}

	/** No control characters but those that part lines, and no halves of characters: the database takes neither. */
	private static boolean plain(String text) {
		return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE || Character.isISOControl(c) && "\n\r\t".indexOf(c) < 0);
	}

	private static @Nullable List<Map<String, String>> rows(JsonNode array) {
		List<Map<String, String>> rows = new ArrayList<>();
		for (JsonNode row : array) {
			if (!row.isObject() || row.size() > MOST_FIELDS) {
				return null;
			}
			Map<String, String> texts = new LinkedHashMap<>();
			for (Map.Entry<String, JsonNode> field : row.properties()) {
				String text = field.getValue().asString("");
				if (!field.getValue().isValueNode() || text.length() > LONGEST_TEXT || !plain(text) || !plain(field.getKey())) {
					return null;
				}
				texts.put(field.getKey(), text);
			}
			rows.add(texts);
		}
		return rows;
	}
}
