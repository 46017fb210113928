package org.nafidha.correspondence.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nafidha.calendar.WorkingCalendar;
import org.nafidha.cases.CaseFile;
import org.nafidha.correspondence.Opinions;
import org.nafidha.identity.Role;
import org.nafidha.identity.Staff;
import org.nafidha.identity.Unit;
import org.nafidha.kernel.Refusal;
import org.nafidha.platform.CentreProperties;
import org.nafidha.platform.Writes;
import org.nafidha.tasks.NewTask;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** The tasks of asked opinions: who may be asked, the draw, the end. Writes in the caller's transaction. */
@Component
class OpinionTasks {

	private final Tasks tasks;
	private final Staff staff;
	private final WorkingCalendar calendar;
	private final InstantSource clock;
	private final ZoneId zone;
	private final JdbcOperations db;

	OpinionTasks(Tasks tasks, Staff staff, WorkingCalendar calendar, InstantSource clock, CentreProperties centre, JdbcOperations db) {
		this.tasks = tasks;
		this.staff = staff;
		this.calendar = calendar;
		this.clock = clock;
		this.zone = centre.zone();
		this.db = db;
	}

	Optional<Task> find(long task) {
		return tasks.find(task);
	}

	/** A decision on it that comes at the same moment finds what is being asked for it. */
	Optional<Task> hold(long task) {
		return tasks.hold(task);
	}

	List<String> units() {
		Set<String> staffed = staff.unitsWithRole(Role.REVIEWER.code());
		return staff.units().stream().map(Unit::code).filter(staffed::contains).toList();
	}

	/** Never for whoever asks; blind, whatever the step of whoever asks is. */
	Tasks.Drawn draw(CaseFile file, Task asking, String unit, int serial) {
		Instant due = due(clock.instant(), unit);
		NewTask task = new NewTask(file.number(), file.procedure(), Opinions.STEP, serial, Role.REVIEWER.code(), unit, true, due, file.personId(),
				Set.of(String.valueOf(asking.officer())));
		return new Tasks.Drawn(task, tasks.draw(task, null));
	}

	/** As the calendar stands now. */
	Instant due(Instant asked, String unit) {
		return calendar.deadline(asked.atZone(zone), Opinions.DAYS, unit).end();
	}

	void moveDue(long task, Instant due) {
		tasks.moveDue(task, due);
	}

	long open(Tasks.Drawn drawn) {
		Writes writes = new Writes();
		long task = tasks.turn(null, List.of(), List.of(drawn), writes).getFirst();
		writes.send(db);
		return task;
	}

	Optional<Refusal> end(Tasks.Ending ending) {
		Writes writes = new Writes();
		tasks.turn(ending, List.of(), List.of(), writes);
		return writes.send(db);
	}

	void takeBack(List<Tasks.Withdrawn> withdrawn) {
		Writes writes = new Writes();
		tasks.turn(null, withdrawn, List.of(), writes);
		writes.send(db);
	}
}
