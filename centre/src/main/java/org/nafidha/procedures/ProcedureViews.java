package org.nafidha.procedures;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.nafidha.kernel.LocalizedText;

/** A procedure for those who read, judge and improve it. Pure functions of its definition; thread-safe. */
public interface ProcedureViews {

	/** Lanes of {@link #bpmn} that are no unit's: what the applicant owes, and what runs by itself. */
	String APPLICANT_LANE = ":applicant";
	String CENTRE_LANE = ":centre";

	Card card(Procedure procedure);

	Diagram diagram(Procedure procedure);

	/** What one version changes of another, in sentences; empty when nothing that people would notice. */
	List<LocalizedText> changes(Procedure before, Procedure after);

	/** The lines that differ between two texts, with a few around them. */
	List<TextChange> lines(String before, String after);

	/**
	 * BPMN 2.0 in XML with its layout, for other tools: a lane for each unit, one for the applicant and one for what runs by itself.
	 *
	 * @param unit the name of a lane by the code of its unit, or by one of the two above, in that language
	 */
	String bpmn(Procedure procedure, Locale locale, UnaryOperator<String> unit);
}
