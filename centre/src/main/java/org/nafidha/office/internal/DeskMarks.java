package org.nafidha.office.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nafidha.cases.FieldMark;
import org.nafidha.cases.Visit;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Step;
import org.nafidha.web.Fact;
import org.nafidha.web.Page;

/** Which answers and papers an officer may mark as wrong, and which were marked before. */
final class DeskMarks {

	private final List<FieldMark> marks;
	private final Map<String, String> titles;
	private final Page page;

	DeskMarks(List<FieldMark> marks, Procedure procedure, Page page) {
		this.marks = marks;
		this.titles = titles(procedure, page);
		this.page = page;
	}

	/** What was marked with one decision. */
	List<Fact> of(Visit visit) {
		return marks.stream().filter(mark -> mark.step().equals(visit.step()) && mark.visit() == visit.visit())
				.map(mark -> Fact.of(titles.getOrDefault(mark.field(), mark.field()), page.user(mark.word()))).toList();
	}

	/** Nothing, unless one of the step's outcomes sends the case back. */
	static Map<String, String> markable(Procedure procedure, Step.Review step, Page page) {
		boolean back = step.outcomes().stream().anyMatch(outcome -> procedure.step(outcome.to()) instanceof Step.Correction);
		return back ? titles(procedure, page) : Map.of();
	}

	private static Map<String, String> titles(Procedure procedure, Page page) {
		Map<String, String> titles = new LinkedHashMap<>();
		procedure.inputs().forEach(input -> titles.put(input.id(), page.in(input.label())));
		procedure.evidence().stream().filter(item -> item.fromCitizen() || item.orCitizen())
				.forEach(item -> titles.put(item.id(), page.in(item.title())));
		return titles;
	}
}
