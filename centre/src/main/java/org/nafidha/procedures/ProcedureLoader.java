package org.nafidha.procedures;

/** Reads the language of docs/procedure-language.md. Thread-safe; touches neither files nor the database. */
public interface ProcedureLoader {

	/**
	 * Reads one file's text. What comes back as loaded has the right form; whether it is sound is for
	 * {@link ProcedureChecks}.
	 *
	 * @param fileName for messages only
	 */
	LoadedProcedure load(String fileName, String text);
}
