package org.nafidha.verifier;

import java.io.Serial;
import java.util.Map;

/**
 * Ends the check of one file with its cause. A checked exception, because each check is a long chain of conditions of
 * which the first that fails is the answer; it never leaves {@link Verifier}.
 */
final class Rejected extends Exception {

	@Serial
	private static final long serialVersionUID = 1L;

	private final Cause cause;
	private final transient Map<String, String> values;

	Rejected(Cause cause) {
		this(cause, Map.of());
	}

	Rejected(Cause cause, Map<String, String> values) {
		super(cause.key(), null, false, false);
		this.cause = cause;
		this.values = values;
	}

	Cause reason() {
		return cause;
	}

	Map<String, String> values() {
		return values;
	}
}
