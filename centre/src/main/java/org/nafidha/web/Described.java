package org.nafidha.web;

import org.jspecify.annotations.Nullable;

/** Which texts describe a field to a screen reader. */
public final class Described {

	private Described() {
	}

	/** For {@code aria-describedby}: the hint and the fault, those that are there; null for neither. */
	public static @Nullable String by(Form form, String field, @Nullable String hint) {
		String hints = hint == null ? "" : field + "-hint";
		String faults = form.error(field) == null ? "" : field + "-error";
		String both = (hints + " " + faults).strip();
		return both.isEmpty() ? null : both;
	}
}
