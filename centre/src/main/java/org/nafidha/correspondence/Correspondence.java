package org.nafidha.correspondence;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Result;

/**
 * Letters in the files of cases. Each is an act with its journal entry ({@code correspondence.asked}, {@code correspondence.answered}), which
 * holds the SHA-256 of the text and not the text. The same letter under the same key again answers with the first. Thread-safe.
 */
public interface Correspondence {

	/** Characters. */
	int LONGEST = 2_000;

	/** How many letters an applicant may write before the office has answered. */
	int MOST_UNANSWERED = 3;

	/** How many letters of the applicant a file takes. */
	int MOST_OF_CASE = 60;

	/**
	 * The applicant writes, or a clerk at the counter for them. Refused: {@code case.unknown} (also to any citizen who is not the applicant),
	 * {@code letter.ended}, {@code letter.empty}, {@code letter.too-long} (values {@code max}), {@code letter.wait} (values {@code max}),
	 * {@code letter.too-many}.
	 */
	Result<Letter> ask(String key, String caseNumber, String text, Actor actor);

	/**
	 * The officer on whose desk the case lies writes back; whoever is only asked for an opinion on it does not. Refused: {@code task.unknown},
	 * {@code task.not-yours}, {@code letter.empty}, {@code letter.too-long}.
	 */
	Result<Letter> answer(String key, long task, String text, Actor.Officer officer);

	/** Oldest first, at most 200. */
	List<Letter> of(String caseNumber);

	/** Those of the cases in which the applicant wrote last. */
	Set<String> unanswered(Collection<String> caseNumbers);
}
