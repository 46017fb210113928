package org.nafidha.kernel;

/**
 * Who acted, as the journal names them: never a name or a national number, always the id under which identity knows
 * them.
 */
public sealed interface Actor {

	/** A citizen's person id. */
	record Citizen(String personId) implements Actor {
	}

	/** An officer's id. */
	record Officer(String officerId) implements Actor {
	}

	/** A part of the product acting by itself, such as {@code deadlines}. */
	record System(String part) implements Actor {
	}

	/** {@code citizen:…}, {@code officer:…} or {@code system:…}; the journal stores this text. */
	default String text() {
		return switch (this) {
			case Citizen(String id) -> "citizen:" + id;
			case Officer(String id) -> "officer:" + id;
			case System(String part) -> "system:" + part;
		};
	}
}
