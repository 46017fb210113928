package org.nafidha.journal.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * PostgreSQL's {@code pg_snapshot}: which transactions had ended when it was taken. All below {@code end} had, except
 * those {@code running}; none from {@code end} on.
 */
record Snapshot(long end, List<Long> running) {

	/** Before the first transaction. */
	static final Snapshot NOTHING = new Snapshot(1, List.of());

	Snapshot {
		running = List.copyOf(running);
	}

	/** Reads {@code xmin:xmax:xip,…}; xmin follows from the others. */
	static Snapshot parse(String text) {
		String[] parts = text.split(":", -1);
		List<Long> running = parts[2].isEmpty() ? List.of() : Arrays.stream(parts[2].split(",")).map(Long::valueOf).toList();
		return new Snapshot(Long.parseLong(parts[1]), running);
	}

	/** The same, blind for everything after the given transaction. */
	Snapshot upTo(long transaction) {
		return new Snapshot(transaction + 1, running.stream().filter(x -> x <= transaction).toList());
	}

	/** As PostgreSQL reads it. */
	String text() {
		long oldest = running.stream().mapToLong(Long::longValue).min().orElse(end);
		return oldest + ":" + end + ":" + running.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
	}
}
