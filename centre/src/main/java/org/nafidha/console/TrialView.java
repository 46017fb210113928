package org.nafidha.console;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Scenario;
import org.nafidha.procedures.Trial;

/**
 * An invented case on the screen, in the reader's language.
 *
 * @param address where its forms are sent
 * @param evidence what the look-ups of the evidence can answer
 * @param trial null until the case is opened
 * @param carried the scenario as text, which the forms carry along: nothing of a trial is kept in the centre
 */
public record TrialView(Procedure procedure, String address, List<Source> evidence, @Nullable Scenario scenario, @Nullable Trial trial,
		String carried,
		List<Stand> stands, List<Line> lines, @Nullable Ended ended, BigDecimal total) {

	/**
	 * Something that answers.
	 *
	 * @param read outputs that the procedure's formulas read, with their FEEL types
	 * @param others the rest
	 */
	public record Source(String id, String title, String holder, Map<String, String> read, Map<String, String> others) {
	}

	/**
	 * A step at which the case stands.
	 *
	 * @param kind end of message keys: {@code review}, {@code payment}, …
	 * @param unit name of the unit whose officers may be drawn; null where nobody is
	 * @param role code of their role
	 * @param officers how many there are
	 * @param notBy titles of the steps whose officer is left out
	 * @param silence the outcome that silence counts as; null where it counts as nothing
	 */
	public record Stand(Trial.Stay stay, String title, String kind, @Nullable String unit, @Nullable String role, int officers, List<String> notBy,
			List<Way> ways, @Nullable String silence, @Nullable Source answers) {
	}

	/** An outcome that can be chosen. @param reasons codes and words */
	public record Way(String outcome, String words, Map<String, String> reasons) {
	}

	/** What happened. @param note of the officer's reason, or empty */
	public record Line(String title, LocalDate since, @Nullable LocalDate due, String outcome, String note) {
	}

	/**
	 * @param granted false for every other end
	 * @param law on which a refusal rests; null for none
	 * @param appealable an appeal that is upheld takes the case up again
	 */
	public record Ended(String title, boolean granted, @Nullable String law, boolean appealable) {
	}
}
