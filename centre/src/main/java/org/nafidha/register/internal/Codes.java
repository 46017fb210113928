package org.nafidha.register.internal;

import java.util.Locale;

/** Reads the codes that tables hold back into their constants. */
final class Codes {

	private Codes() {
	}

	/** Throws {@link IllegalArgumentException} for a code that is none: the table then holds what this version does not know. */
	static <E extends Enum<E>> E read(Class<E> type, String code) {
		return Enum.valueOf(type, code.toUpperCase(Locale.ROOT).replace('-', '_'));
	}
}
