package org.nafidha.procedures;

/** A procedure for those who read, judge and improve it. Pure functions of its definition; thread-safe. */
public interface ProcedureViews {

	Card card(Procedure procedure);

	Diagram diagram(Procedure procedure);
}
