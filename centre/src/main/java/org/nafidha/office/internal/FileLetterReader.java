package org.nafidha.office.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nafidha.correspondence.Correspondence;
import org.nafidha.correspondence.Opinions;
import org.nafidha.identity.Staff;
import org.nafidha.identity.Unit;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.office.FileLetters;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.springframework.stereotype.Component;

/** Letters of the files on one officer's desk. */
@Component
class FileLetterReader {

	private final Correspondence correspondence;
	private final Tasks tasks;
	private final Staff staff;

	FileLetterReader(Correspondence correspondence, Tasks tasks, Staff staff) {
		this.correspondence = correspondence;
		this.tasks = tasks;
		this.staff = staff;
	}

	/** Of the task on the desk, with a word about the others. */
	FileLetters of(Task task, String officer) {
		Set<String> unanswered = correspondence.unanswered(files(officer).stream().map(Task::caseNumber).toList());
		int elsewhere = unanswered.size() - (unanswered.contains(task.caseNumber()) ? 1 : 0);
		return letters(task, elsewhere);
	}

	/** Of every file on the officer's desk in which the applicant wrote last; those due first in front. */
	List<FileLetters> unanswered(String officer) {
		List<Task> open = files(officer);
		Set<String> unanswered = correspondence.unanswered(open.stream().map(Task::caseNumber).toList());
		return open.stream().filter(task -> unanswered.contains(task.caseNumber())).map(task -> letters(task, 0)).toList();
	}

	/** The letters of a file are not for whoever is only asked for an opinion on it: what applicants write tells who they are. */
	private List<Task> files(String officer) {
		return tasks.open(officer).stream().filter(task -> !task.step().equals(Opinions.STEP)).toList();
	}

	private FileLetters letters(Task task, int elsewhere) {
		Map<String, LocalizedText> names = staff.units().stream().collect(Collectors.toMap(Unit::code, Unit::name));
		return new FileLetters(task.id(), task.caseNumber(), correspondence.of(task.caseNumber()).stream()
				.map(letter -> new FileLetters.Line(letter.unit() == null ? null : name(names, letter.unit()), letter.text(), letter.at())).toList(),
				elsewhere);
	}

	/** A letter of a unit that is there no more is still the office's. */
	private static LocalizedText name(Map<String, LocalizedText> names, String unit) {
		return names.getOrDefault(unit, new LocalizedText(unit, unit));
	}
}
