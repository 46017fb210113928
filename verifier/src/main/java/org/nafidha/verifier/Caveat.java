package org.nafidha.verifier;

import java.util.Locale;
import java.util.Map;

/**
 * What a reader must know beside the verdict.
 *
 * @param values named values of its sentence
 */
public record Caveat(Kind kind, Map<String, String> values) {

	/** The sentences that can stand beside a verdict; a gap is something that was not checked. */
	public enum Kind {
		REVOCATION_NOT_CHECKED(true), REVOCATION_AS_OF(false), CRL_STALE(true), DEMONSTRATION(false), CODE_COVERS_ONLY(false),
		KEYS_FROM_NETWORK(false);

		private final boolean gap;

		Kind(boolean gap) {
			this.gap = gap;
		}

		/** Whether a strict reader must not be content with this. */
		public boolean gap() {
			return gap;
		}

		public String key() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}
	}

	static Caveat of(Kind kind) {
		return new Caveat(kind, Map.of());
	}
}
