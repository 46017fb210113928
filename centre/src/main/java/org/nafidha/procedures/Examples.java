package org.nafidha.procedures;

import java.util.ArrayList;
import java.util.List;
import org.nafidha.kernel.Result;

/** Invented cases kept with procedures: beside the files that come with a release, or in the database with what the desk published. Thread-safe. */
public interface Examples {

	/** Kept with a published version, in the order of their names. */
	List<Example> of(String procedure, int version);

	/** Reads one from YAML. Refused: {@code example.form} (values {@code line}, {@code problem}). */
	Result<Example> read(String text);

	/** As YAML; {@link #read} reads it back. */
	String write(Example example);

	/** Plays it through a procedure. */
	Replay replay(Procedure procedure, Example example);

	/** An example and how it goes now. */
	record Replay(Example example, Trial trial) {

		/** Whether it goes as expected, step by step, with the same fees to the same end. */
		public boolean passed() {
			return trial.summary().equals(example.expected());
		}

		/** What differs: {@code end}, {@code fees}, {@code way}. */
		public List<String> differs() {
			Trial.Expected now = trial.summary();
			List<String> differs = new ArrayList<>();
			if (!now.end().equals(example.expected().end())) {
				differs.add("end");
			}
			if (!now.fees().equals(example.expected().fees())) {
				differs.add("fees");
			}
			if (!now.way().equals(example.expected().way())) {
				differs.add("way");
			}
			return differs;
		}
	}
}
