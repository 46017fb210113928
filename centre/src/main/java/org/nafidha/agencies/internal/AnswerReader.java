package org.nafidha.agencies.internal;

import java.time.DateTimeException;
import java.time.Instant;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an answer as strictly as a form of a stranger: signature first, then whose it is, then every field and its type. */
@Component
class AnswerReader {

	private static final int SIGNED_STATUS = 200;
	private static final int LONGEST_TEXT = 1_000;
	private static final int LONGEST_LIST = 500;

	private final AgencyKeys keys;
	private final JsonMapper json = JsonMapper.builder().build();

	AnswerReader(AgencyKeys keys) {
		this.keys = keys;
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

	private static Reply read(Question question, JsonNode root, byte[] bytes, String signature) {
		String outcome = root.path("outcome").asString("");
		if (!root.isObject() || !outcome.equals("answered") && !outcome.equals(AgencyService.REFUSED)) {
			return new Unusable(Fault.GARBAGE, bytes);
		}
		if (!question.subject().equals(root.path("subject").path(question.service().subject().field()).asString(""))) {
			return new Unusable(Fault.OTHER_SUBJECT, bytes);
		}
		Instant asOf = Instant.parse(root.path("asOf").asString(""));
		String reference = root.path("reference").asString("");
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
			case "number" -> node.isNumber() ? node.decimalValue() : null;
			case "list" -> node.isArray() && node.size() <= LONGEST_LIST ? rows(node) : null;
			default -> node.isString() && node.asString().length() <= LONGEST_TEXT ? node.asString() : null;
		};
	}

	private static @Nullable List<Map<String, String>> rows(JsonNode array) {
		List<Map<String, String>> rows = new ArrayList<>();
		for (JsonNode row : array) {
			Map<String, String> texts = new LinkedHashMap<>();
			for (Map.Entry<String, JsonNode> field : row.properties()) {
				if (!field.getValue().isValueNode() || field.getValue().asString("").length() > LONGEST_TEXT) {
					return null;
				}
				texts.put(field.getKey(), field.getValue().asString(""));
			}
			rows.add(texts);
		}
		return rows;
	}
}
