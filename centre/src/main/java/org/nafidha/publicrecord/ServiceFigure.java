package org.nafidha.publicrecord;

import java.util.OptionalInt;
import org.nafidha.procedures.Procedure;

/**
 * How one service kept its promise in a period.
 *
 * @param asked requests made in the period
 * @param running open now, whenever they were made
 * @param decided granted or refused in the period; what lapsed or was withdrawn is not a decision
 * @param median working days from request to decision, days of waiting for the applicant included; empty without decisions
 * @param within decided within the promised working days
 * @param issued documents of this service issued in the period
 */
public record ServiceFigure(Procedure procedure, long asked, long running, long decided, long refused, OptionalInt median, long within, long issued) {

	/** Working days within which it is to be decided. */
	public int promised() {
		return procedure.statutoryDays();
	}

	/** Whole percent of the decisions, rounded to the nearest. */
	public long refusedPercent() {
		return percent(refused);
	}

	/** Whole percent of the decisions, rounded to the nearest. */
	public long withinPercent() {
		return percent(within);
	}

	private long percent(long part) {
		return decided == 0 ? 0 : Math.round(100.0 * part / decided);
	}
}
