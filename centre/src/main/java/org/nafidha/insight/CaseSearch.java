package org.nafidha.insight;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.Result;

/**
 * Finds cases by what is no secret within the house: number, procedure, unit, state, day. It follows the journal, so a case is found within
 * seconds after its act. Callers decide who may ask, and record it when they ask by person ({@code identity.Disclosures}). Thread-safe.
 */
public interface CaseSearch {

	/** Cases of one page. */
	int PAGE = 50;

	/** Digits of a case's number from which on one looks for it by its end. */
	int FEWEST_DIGITS = 4;

	/** People whom a name may mean at most; beyond, more of the name has to be said. */
	int MOST_PEOPLE = 20;

	/** As a case stands. Waiting: the clock stands still, the applicant or an agency owes something. */
	enum State {
		RUNNING, WAITING, ENDED;

		/** As stored and as in the message keys. */
		public String code() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	/** Which cases are asked for. Late: running, and its statutory term is over. */
	enum Which {
		ANY, RUNNING, WAITING, LATE, ENDED;

		/** As in addresses and message keys. */
		public String code() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	/**
	 * @param units codes of the units in which the case lies, or lay last; empty for all
	 * @param procedure id; null for all
	 * @param from the first moment at which it may have been opened; null for any
	 * @param before opened before; null for any
	 * @param after where the page before ended; null for the first
	 */
	record Query(Set<String> units, @Nullable String procedure, Which which, @Nullable Instant from, @Nullable Instant before,
			@Nullable Place after) {

		public Query {
			units = Set.copyOf(units);
		}
	}

	/** Where a page ended: the time by which it is ordered, and the number. */
	record Place(Instant at, String number) {
	}

	/**
	 * @param unit code of the unit where it lies or lay last; that of the procedure's owner while no officer has had it
	 * @param endedAt null while it runs
	 */
	record Line(String number, String procedure, String unit, State state, Instant openedAt, Instant dueAt, @Nullable Instant endedAt) {
	}

	/** @param next where the next page begins; null on the last */
	record Found(List<Line> lines, @Nullable Place next) {
	}

	/** Newest first; late ones the longest overdue first. */
	Found search(Query query);

	/**
	 * By what people read out of a number: the whole, its beginning ({@code 2026-0415}), its serial with or without zeros and check digit ({@code
	 * 41587}), or its last four digits and more. Newest first, at most {@link #PAGE}. Empty for what is no such part.
	 *
	 * @param units as in {@link Query}
	 */
	List<Line> byNumber(String part, Set<String> units);

	/** Of these people, newest first, at most {@link #PAGE}. @param units as in {@link Query} */
	List<Line> ofPeople(Set<String> personIds, Set<String> units);

	/**
	 * Ids of those whose name holds every word, however it is spelt. Refused: {@code search.name-short} (no word has three letters), {@code
	 * search.name-many} (values {@code max}).
	 */
	Result<Set<String>> peopleNamed(String name);
}
