package org.nafidha.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.PropertyRef;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;

/**
 * What a person typed, kept exactly as typed, and what is wrong with it, field by field. Not thread-safe: one request's.
 * An error of the field named {@link #WHOLE} belongs to the form as a whole.
 */
public final class Form {

	/** Not a field: the form as a whole. */
	public static final String WHOLE = "";

	private static final Set<String> SECRET = Set.of("code", "password", "new-password", "repeat-password");

	private final Map<String, String> values;
	private final Map<String, Refusal> errors = new LinkedHashMap<>();

	private Form(Map<String, String> values) {
		this.values = values;
	}

	/** A form that nobody has filled yet. */
	public static Form empty() {
		return new Form(Map.of());
	}

	public static Form of(Map<String, String> values) {
		return new Form(new LinkedHashMap<>(values));
	}

	/** As typed; empty if nothing was. */
	public String value(String field) {
		return values.getOrDefault(field, "");
	}

	public boolean has(String field, String value) {
		return value(field).equals(value);
	}

	public Map<String, String> values() {
		return Map.copyOf(values);
	}

	/** Marks the field as wrong; the first reason for a field counts. */
	public Form reject(String field, Refusal reason) {
		errors.putIfAbsent(field, reason);
		return this;
	}

	/** The value of a result, or the field marked with its refusal. */
	public <T> Optional<T> take(String field, Result<T> result) {
		return switch (result) {
			case Result.Ok<T>(T value) -> Optional.of(value);
			case Result.Refused<T>(Refusal refusal) -> {
				reject(field, refusal);
				yield Optional.empty();
			}
		};
	}

	/** The property in the three boxes of {@code web/property.jte}; marks nothing. */
	public Result<PropertyRef> property(String field) {
		return PropertyRef.of(value(field + ".zone"), value(field + ".parcel"), value(field + ".section"));
	}

	public @Nullable Refusal error(String field) {
		return errors.get(field);
	}

	public boolean wrong() {
		return !errors.isEmpty();
	}

	/** Whether what was typed is shown again: a form that came back empty keeps nothing, and a code or a password never stays. */
	public boolean kept() {
		return !values.isEmpty() && errors.keySet().stream().noneMatch(SECRET::contains)
				&& !(errors.containsKey(WHOLE) && values.keySet().stream().allMatch("username"::equals));
	}

	/** In the order in which they were found. */
	public List<Wrong> errors() {
		List<Wrong> all = new ArrayList<>();
		errors.forEach((field, reason) -> all.add(new Wrong(field, reason)));
		return all;
	}

	/** One wrong field and why. */
	public record Wrong(String field, Refusal reason) {
	}
}
