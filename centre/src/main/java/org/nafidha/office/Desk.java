package org.nafidha.office;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nafidha.cases.Attachment;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Step;
import org.nafidha.web.Fact;
import org.nafidha.web.TrackStep;

/**
 * One task on an officer's desk: everything the decision needs, and nothing it does not.
 *
 * @param applicant null when the officer works blind
 * @param ownersShown the decision needs the owners' names although the applicant stays hidden
 * @param corrected the applicant has completed the application since a decision: what was brought stands first
 * @param facts what the applicant entered
 * @param legal reasons' legal bases by reason code
 * @param other the case that this one appeals against, or the appeal that opened it again; null for everything else
 * @param inspection null for a decision at the desk
 * @param markable answers and papers that can be marked as wrong, id to title; empty where nothing can be sent back
 */
public record Desk(long task, String caseNumber, LocalizedText procedure, LocalizedText step, @Nullable String applicant, boolean ownersShown,
		boolean corrected, Instant dueAt, int daysLeft,
		List<Fact> facts, List<Paper> papers, List<Brought> brought, List<Earlier> earlier, List<TrackStep> track, List<Step.Outcome> outcomes,
		Map<String, String> legal, @Nullable Other other, @Nullable Inspection inspection, Map<String, String> markable, Guide guide) {

	/**
	 * The file of another case, whole: what was asked, fetched, brought and decided.
	 *
	 * @param appeal whether it is the appeal that was upheld, and not the case appealed against
	 */
	public record Other(boolean appeal, String caseNumber, LocalizedText procedure, LocalizedText end, List<Fact> facts, List<Paper> papers,
			List<Brought> brought,
			List<Earlier> earlier) {
	}

	/** @param held photographs that were taken in and wait for the decision */
	public record Inspection(int fewest, int most, List<Attachment> held) {
	}

	/**
	 * What the applicant brought.
	 *
	 * @param title of the evidence it stands for; empty if the procedure asks for none such
	 * @param name what this officer may call it
	 * @param fileName the same for the downloaded file
	 */
	public record Brought(Attachment attachment, String title, Content name, String fileName) {
	}

	/** What was fetched, with where it came from. @param asOf when it was read or answered; null for what is said without a date */
	public record Paper(LocalizedText title, LocalizedText holder, @Nullable Instant asOf, List<Fact> facts, List<Grid> grids) {
	}

	/** A list within a paper: owners, signs, violations. Column and title texts are words already. */
	public record Grid(String title, List<String> columns, List<List<Content>> rows) {
	}

	/**
	 * What was decided before.
	 *
	 * @param message what the applicant was told; empty if nothing was
	 * @param note what the officer left for those who come after; empty for nothing
	 * @param marks answers and papers that were sent back, with the officer's word on each
	 */
	public record Earlier(String step, String outcome, String reason, String message, String note, List<Fact> marks, Instant at) {
	}
}
