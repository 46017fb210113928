package org.nafidha.bench.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The steps of a run: each is timed, said as it ends, and kept for the summary. */
final class Steps {

	/** @param failed why it failed; empty when it did not */
	record Step(String name, long ms, String failed) {
	}

	/** What a step does, and what it finds; words are said. */
	interface Act<T> {
		T run() throws IOException, InterruptedException;
	}

	/** The step has failed and said so. */
	static final class Failed extends Exception {
		@java.io.Serial
		private static final long serialVersionUID = 1L;
	}

	private final PrintStream out;
	private final List<Step> done = new ArrayList<>();

	Steps(PrintStream out) {
		this.out = out;
	}

	<T> T step(String name, Act<T> act) throws Failed, InterruptedException {
		long start = System.nanoTime();
		try {
			T found = act.run();
			keep(name, start, "", found instanceof String words ? ": " + words : "");
			return found;
		} catch (IOException e) {
			keep(name, start, String.valueOf(e.getMessage() == null ? e : e.getMessage()), "");
			throw new Failed();
		}
	}

	/** A fact that has to hold. */
	static void check(boolean holds, String otherwise) throws IOException {
		if (!holds) {
			throw new IOException(otherwise);
		}
	}

	List<Step> done() {
		return List.copyOf(done);
	}

	void say(String line) {
		out.println(line);
	}

	private void keep(String name, long start, String failed, String found) {
		long ms = (System.nanoTime() - start) / 1_000_000;
		done.add(new Step(name, ms, failed));
		out.println(String.format(Locale.ROOT, "%8d ms  %s%s", ms, name, found));
		if (!failed.isEmpty()) {
			out.println("         FAILED  " + failed);
		}
	}
}
