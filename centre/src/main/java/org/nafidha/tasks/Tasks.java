package org.nafidha.tasks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.platform.Writes;

/** Who does what. Officers never choose: tasks come by draw, oldest due first. Thread-safe. */
public interface Tasks {

	/**
	 * Draws the officer of a task that is about to be opened; writes nothing.
	 *
	 * @param ending a task that ends in the same act, which nobody has on their desk any more
	 */
	Draw draw(NewTask task, @Nullable Long ending);

	/**
	 * Ends an officer's task, if the act ends one, takes back those that have lost their purpose, and opens those that were drawn for it,
	 * among the writes of the act. Answers with the new tasks' ids in their order. The writes are refused as {@code task.not-yours} if the
	 * task that ends is not that officer's or was closed already.
	 */
	List<Long> turn(@Nullable Ending ending, List<Withdrawn> withdrawn, List<Drawn> opened, Writes writes);

	Optional<Task> find(long task);

	/** The same, and until the end of the caller's transaction nobody ends it or draws it again. */
	Optional<Task> hold(long task);

	/** The officer's next task: of those drawn for them, the one due first. */
	Optional<Task> next(String officer);

	/** The officer's open tasks, those due first in front, at most 200. */
	List<Task> open(String officer);

	Day day(String officer);

	/** How long an officer may be away and keep the tasks that were drawn for them: a prayer, a meal, a look at the archive. */
	Duration BREAK = Duration.ofMinutes(15);

	/**
	 * Draws again, with a journal entry each: tasks nobody could be drawn for, as soon as somebody who may do them is present; tasks of
	 * officers who may not do them any more (account closed, role lost, moved to another unit), at once; tasks of officers who have been
	 * away for longer than {@link #BREAK}. A task that again nobody can be drawn for waits. Returns how many found an officer.
	 */
	int drawAgain();

	/** The day by which an open task should be done has moved, in the caller's transaction. */
	void moveDue(long task, Instant dueAt);

	/** Open tasks that wait because nobody who may do them is present, by unit and role. */
	List<Waiting> waiting();

	/** The draws of a task, oldest first. */
	List<Draw> draws(long task);

	/** Draws again with the day's secret; empty until that secret is revealed (the day after). */
	Optional<Replay> replay(long task);

	/** The hash that was published in the morning, and the secret once revealed; empty for days without draws. */
	Optional<DaySecret> secretOf(LocalDate day);

	/** An officer's task and what they decided. */
	record Ending(long task, String officer, String outcome) {
	}

	/** A task that ends whoever holds it, and how. */
	record Withdrawn(long task, String outcome) {
	}

	/** A task and whom it was drawn for. */
	record Drawn(NewTask task, Draw draw) {
	}

	/** @param oldest when the first of them is due */
	record Waiting(String unit, String role, int count, Instant oldest) {
	}

	/** The officer's own day, in the city's time zone. */
	record Day(int doneToday, int waiting) {
	}

	/** @param same true when the replay names the officer who was drawn */
	record Replay(Draw draw, @Nullable String replayed, boolean same) {
	}

	/** @param hash SHA-256 of the secret, Base64; @param secret Base64, null until revealed */
	record DaySecret(LocalDate day, String hash, @Nullable String secret) {
	}
}
