package org.nafidha.agencies.internal;

import java.time.Instant;
import java.util.Map;

/** What came of a question. */
sealed interface Reply {

	/**
	 * An answer that may be used.
	 *
	 * @param answered false: the agency says no, or knows nothing of it
	 * @param outputs typed as the service says; empty when refused
	 */
	record Answer(boolean answered, Instant asOf, String reference, Map<String, Object> outputs, byte[] bytes, String signature) implements Reply {
	}

	/** It will come later, to our address. */
	record Later() implements Reply {
	}

	/** Nobody is there, or nobody who can answer: worth another try with the same question. */
	record Unreachable(String fault) implements Reply {

		/** False when somebody answered, and only did not like the question. */
		boolean ill() {
			return !fault.startsWith("status-4") || fault.equals("status-429");
		}
	}

	/** Something came that must not be used: kept, told to the journal, and asked again with a new question. */
	record Unusable(Fault fault, byte[] bytes) implements Reply {
	}

	enum Fault {
		GARBAGE, WRONG_TYPES, SIGNATURE, OTHER_SUBJECT, TIME;

		String code() {
			return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
		}
	}
}
