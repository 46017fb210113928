package org.nafidha.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;

/**
 * Who looked at a person's data without having a task or a counter case for it, and why. Whoever shows such data records it
 * first; the person can see the list.
 */
public interface Disclosures {

	/** @param officerId who looked */
	record Disclosure(Instant at, String officerId, String purpose, String what) {
	}

	/**
	 * Writes {@code person.viewed} to the journal, in the caller's transaction or its own. Refused as {@code purpose.missing} or
	 * {@code purpose.short} (under eight letters).
	 *
	 * @param what which data, such as {@code contact}, {@code cases}, {@code sheets}
	 * @param purpose in the officer's own words
	 */
	Result<Disclosure> record(SignedIn.Staff officer, String personId, String what, String purpose);

	/** Why a purpose would not do, before it is known whether there is anybody to look at. */
	Optional<Refusal> unfit(String purpose);

	/** Newest first, at most 1,000. */
	List<Disclosure> of(String personId);
}
