package org.nafidha.procedures;

import java.util.List;

/**
 * What is looked at before a procedure is published. Each finding is a value with a code and, where a case could go wrong, the
 * shortest way there in words. Nothing found means: every case of this procedure comes to an end within its term, whatever
 * is decided. Thread-safe.
 */
public interface ProcedureChecks {

	/** What is wrong with a file's text: its form, or if that is right, the procedure it defines. */
	List<Finding> check(String fileName, String text);

	/** What is wrong with a procedure, in the order of its file. */
	List<Finding> check(Procedure procedure);
}
