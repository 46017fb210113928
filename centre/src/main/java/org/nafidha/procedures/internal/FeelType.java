package org.nafidha.procedures.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.nafidha.procedures.Procedure.Input;

/** What can be said of a value before a formula is run. */
sealed interface FeelType {

	/** ANY is a value nothing is known about; nothing said about it can be wrong. */
	enum Plain implements FeelType {
		STRING, NUMBER, BOOLEAN, DATE, LIST, CONTEXT, NULL, ANY
	}

	/** A text out of a known few. */
	record OneOf(Set<String> options) implements FeelType {
	}

	/** A context of which every field is known. */
	record Fields(Map<String, FeelType> fields) implements FeelType {
	}

	/** A value that may be missing. */
	record OrNull(FeelType type) implements FeelType {
	}

	default boolean mayBeNull() {
		return this instanceof OrNull || this == Plain.NULL;
	}

	/** The kind of value it is when it is there. */
	default Plain plain() {
		return switch (this) {
			case Plain plain -> plain;
			case OneOf(Set<String> options) -> Plain.STRING;
			case Fields(Map<String, FeelType> fields) -> Plain.CONTEXT;
			case OrNull(FeelType type) -> type.plain();
		};
	}

	default FeelType orNull() {
		return mayBeNull() ? this : new OrNull(this);
	}

	default FeelType withoutNull() {
		return this instanceof OrNull(FeelType type) ? type : this;
	}

	/** What is certain of a value that is either of two. */
	default FeelType or(FeelType other) {
		if (equals(other)) {
			return this;
		}
		if (this == Plain.NULL || other == Plain.NULL) {
			return (this == Plain.NULL ? other : this).orNull();
		}
		FeelType both = plain() == other.plain() ? plain() : Plain.ANY;
		return mayBeNull() || other.mayBeNull() ? both.orNull() : both;
	}

	/** Whether two values of these types can ever be equal or stand in for each other. */
	default boolean fits(FeelType other) {
		Plain one = plain();
		Plain two = other.plain();
		return one == two || one == Plain.ANY || two == Plain.ANY || one == Plain.NULL || two == Plain.NULL;
	}

	/** A type as an automation's signature names it. */
	static FeelType named(String name) {
		return Plain.valueOf(name.toUpperCase(Locale.ROOT));
	}

	static FeelType of(Input input) {
		FeelType type = switch (input.type()) {
			case PROPERTY_REF, TEXT -> Plain.STRING;
			case CHOICE -> new OneOf(input.options().keySet());
			case NUMBER -> Plain.NUMBER;
			case DATE -> Plain.DATE;
		};
		return input.required() ? type : type.orNull();
	}
}
