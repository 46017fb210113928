package org.nafidha.kernel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An expected "no": a reason code, the values its sentence needs, and the legal basis where a rule decided. The sentence
 * itself stands in the message files under {@code refusal.<code>}.
 */
public record Refusal(String code, Map<String, String> values, @Nullable String legalBasis) {

	public Refusal {
		values = Map.copyOf(values);
	}

	public static Refusal of(String code) {
		return new Refusal(code, Map.of(), null);
	}

	public static Refusal of(String code, String name, String value) {
		return new Refusal(code, Map.of(name, value), null);
	}

	public static Refusal of(String code, Map<String, String> values) {
		return new Refusal(code, values, null);
	}

	public <T> Result<T> asResult() {
		return new Result.Refused<>(this);
	}
}
