package org.nafidha.verifier;

import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that signs codes, and when it did.
 *
 * @param until the first moment it no longer signs; null while in use
 */
record CodeKey(ECPublicKey key, Instant from, @Nullable Instant until) {

	boolean covers(Instant moment) {
		return !moment.isBefore(from) && (until == null || moment.isBefore(until));
	}
}
