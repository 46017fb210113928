package org.nafidha.identity;

import java.time.Duration;
import java.util.Optional;
import org.nafidha.kernel.Refusal;

/**
 * How often something may be tried, counted in the database for all nodes together. Who or what tried is stored as a mark
 * that nobody can read back. Thread-safe; a count outlives the caller's transaction, also if that fails.
 */
public interface RateLimits {

	/** What is limited; so many tries at once, and as many again spread over the period. */
	enum Limit {
		/** Codes asked for with one national number. */
		CODE_BY_NUMBER(5, Duration.ofMinutes(15)),
		/** Codes asked for from one network address; a hall full of people may share one. */
		CODE_BY_ADDRESS(120, Duration.ofMinutes(10)),
		/** Wrong codes from one network address. */
		WRONG_CODE_BY_ADDRESS(60, Duration.ofMinutes(10)),
		/**
		 * Wrong codes for one national number, from wherever they come: of a million codes a stranger with many addresses tries at most
		 * forty on the first day and twenty on every other. Refused as {@code code.too-many-wrong}.
		 */
		WRONG_CODE_BY_NUMBER(20, Duration.ofDays(1)),
		/** Wrong passwords and second factors of one account from one place. */
		STAFF_BY_ACCOUNT_AND_PLACE(10, Duration.ofMinutes(15)),
		/**
		 * Wrong passwords and second factors of one account from all places where it has not signed in before: wider than the limit of one
		 * place, and not held against the officer where the officer is known.
		 */
		STAFF_BY_ACCOUNT(40, Duration.ofHours(1)),
		/** Wrong passwords and second factors from one network address; a centre's counters may share one. */
		STAFF_BY_ADDRESS(60, Duration.ofMinutes(15)),
		/** Cases followed by number from one network address. */
		FOLLOWING_BY_ADDRESS(60, Duration.ofMinutes(1)),
		/** Documents verified from one network address. */
		VERIFICATION_BY_ADDRESS(60, Duration.ofMinutes(1)),
		/** Answers of agencies that could not be taken, from one network address: that of the security server through which all agencies come. */
		AGENCY_ANSWERS_BY_ADDRESS(300, Duration.ofMinutes(1));

		private final int tries;
		private final Duration period;

		Limit(int tries, Duration period) {
			this.tries = tries;
			this.period = period;
		}

		public int tries() {
			return tries;
		}

		public Duration period() {
			return period;
		}
	}

	/**
	 * Counts one try. Limits by network address take all addresses with the same first 64 bits as one, if they are IPv6. Answers the
	 * refusal {@code too-many-tries}, with the time of day {@code time} to try again, if there were too many.
	 */
	Optional<Refusal> take(Limit limit, String who);

	/** Takes back one try that turned out to be right. */
	void giveBack(Limit limit, String who);
}
