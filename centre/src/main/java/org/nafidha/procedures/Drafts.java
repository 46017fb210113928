package org.nafidha.procedures;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Result;

/**
 * Drafts of procedures and the examples kept with them. Every text that was saved stays; whoever saves over somebody else's text is told first.
 * While a draft is proposed nothing in it changes: {@code draft.proposed}. A draft that was published or discarded: {@code draft.closed}.
 * Thread-safe on any number of nodes.
 */
public interface Drafts {

	/** The longest text, in characters. */
	int TEXT_LIMIT = 300_000;
	/** So many are listed at most, the last saved first. */
	int LIST_LIMIT = 200;
	/** So many examples are kept with a draft at most. */
	int EXAMPLES_LIMIT = 100;
	/** The longest example, in characters of its text. */
	int EXAMPLE_LIMIT = 40_000;

	List<Draft> open();

	Optional<Draft> find(long id);

	/** From a published version, with the number of the next one and the examples kept with it. Refused: {@code procedure.unknown}. */
	Result<Draft> start(String procedure, int version, Actor.Officer by);

	/** A new service, from a skeleton that passes the checks. */
	Draft startEmpty(Actor.Officer by);

	/**
	 * Refused: {@code draft.unknown}, {@code draft.overtaken} (values {@code by} and {@code revision}: somebody saved since the text was read),
	 * {@code draft.too-long}.
	 *
	 * @param read the revision from which the writer started
	 */
	Result<Draft> save(long id, int read, String text, Actor.Officer by);

	/** The draft is put away; its texts stay. */
	Result<Draft> discard(long id, Actor.Officer by);

	/** What was published meanwhile is taken over in the text: from now on it changes the newest version. Refused also: {@code draft.no-base}. */
	Result<Draft> rebase(long id, Actor.Officer by);

	/** Who saved when, newest first, at most 100. */
	List<Saved> history(long id);

	/** The text of an earlier saving. */
	Optional<String> text(long id, int revision);

	List<Kept> examples(long id);

	/** Keeps an example under its name; one of that name before is replaced. Refused also: {@code example.too-many}, {@code example.too-long}. */
	Result<Example> keep(long id, Example example, Actor.Officer by);

	Result<Example> remove(long id, String name, Actor.Officer by);

	/** The example is expected from now on to go as it does in the draft; how it ended before is kept. Refused also: {@code example.unknown}, {@code example.too-long}. */
	Result<Example> accept(long id, String name, Trial.Expected now, Actor.Officer by);

	record Saved(int revision, String by, Instant at, int characters) {
	}

	/** @param acceptedFrom how it went before an engineer accepted that it goes otherwise; null if nobody had to */
	record Kept(Example example, @Nullable String acceptedFrom) {
	}
}
