package org.nafidha.procedures;

/**
 * What a procedure asks of a citizen and of the council, computed from its definition alone. "Fewest" is the shortest way to what was asked for;
 * "most" is the longest way to any end.
 *
 * @param papersFewest papers that everybody brings
 * @param papersMost papers that somebody may have to bring
 * @param fetched papers that are fetched and asked of nobody
 * @param signaturesFewest decisions and opinions by officers
 * @param visitsFewest visits to a counter: money is taken nowhere else yet
 * @param workingDaysMost on the longest way, without the time that the applicant or an agency takes
 */
public record Card(int papersFewest, int papersMost, int fetched, int signaturesFewest, int signaturesMost, int visitsFewest, int visitsMost,
		int workingDaysMost, int statutoryDays) {
}
