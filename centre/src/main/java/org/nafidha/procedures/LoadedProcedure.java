package org.nafidha.procedures;

import java.util.List;

/** What reading a procedure file gives: the procedure, or all that is wrong with the file. */
public sealed interface LoadedProcedure {

	record Loaded(Procedure procedure) implements LoadedProcedure {
	}

	/** @param findings never empty, in the order of the file */
	record Faulty(String fileName, List<Finding> findings) implements LoadedProcedure {
	}
}
