package org.nafidha.procedures;

import java.util.Map;

/**
 * Plays invented cases through a procedure, published or not, by the rules of the engine. Nothing is written, nobody is told, no automation is
 * called and no officer drawn: what those would answer stands in the scenario. Only the city's own lists and decision tables are read. Thread-safe.
 */
public interface Trials {

	/** The same procedure and scenario always give the same trial, but for the dates, which follow the calendar. */
	Trial play(Procedure procedure, Scenario scenario);

	/** What an automation answers, by name, with the FEEL type of each; empty for one that is not there. */
	Map<String, String> outputs(String automation);
}
