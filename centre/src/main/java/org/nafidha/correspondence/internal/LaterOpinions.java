package org.nafidha.correspondence.internal;

import java.time.Instant;
import java.util.Map;
import org.nafidha.cases.CalendarChanged;
import org.nafidha.correspondence.AskedOpinion;
import org.nafidha.journal.Act;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.tasks.Task;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever was asked for an opinion has its three working days also when one of them is declared a day off afterwards; never less than was told. */
@Component
class LaterOpinions {

	private static final Actor CALENDAR = new Actor.System("calendar");

	private final OpinionTable opinions;
	private final OpinionTasks tasks;
	private final Journal journal;

	LaterOpinions(OpinionTable opinions, OpinionTasks tasks, Journal journal) {
		this.opinions = opinions;
		this.tasks = tasks;
		this.journal = journal;
	}

	@EventListener
	@Transactional
	void on(CalendarChanged changed) {
		opinions.open().forEach(this::move);
	}

	private void move(AskedOpinion opinion) {
		Instant due = tasks.due(opinion.askedAt(), opinion.unit());
		Task task = tasks.hold(opinion.task()).orElseThrow();
		if (task.open() && due.isAfter(task.dueAt())) {
			tasks.moveDue(task.id(), due);
			journal.append(new Act("correspondence.dates-moved", opinion.caseNumber(), CALENDAR, Map.of("task", task.id(), "to", due.toString())));
		}
	}
}
