package org.nafidha.tasks.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nafidha.identity.Officer;
import org.nafidha.identity.Staff;
import org.nafidha.journal.Act;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.platform.CentreProperties;
import org.nafidha.tasks.Draw;
import org.nafidha.tasks.NewTask;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.nafidha.tasks.internal.TaskStore.Standing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tasks by draw. */
@Component
class DrawnTasks implements Tasks {

	private static final int REDRAWN_AT_ONCE = 100;
	private static final Standing IDLE = new Standing(0, false);

	private final Staff staff;
	private final TaskStore store;
	private final DaySecrets secrets;
	private final Journal journal;
	private final InstantSource clock;
	private final CentreProperties centre;

	DrawnTasks(Staff staff, TaskStore store, DaySecrets secrets, Journal journal, InstantSource clock, CentreProperties centre) {
		this.staff = staff;
		this.store = store;
		this.secrets = secrets;
		this.journal = journal;
		this.clock = clock;
		this.centre = centre;
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public Opened open(NewTask task) {
		Draw draw = draw(task, 1);
		return new Opened(store.insert(task, draw, clock.instant()), draw);
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean close(long task, String officer, String outcome) {
		return store.close(task, officer, outcome, clock.instant());
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean withdraw(long task, String outcome) {
		return store.close(task, null, outcome, clock.instant());
	}

	@Override
	public Optional<Task> find(long task) {
		return store.find(task);
	}

	@Override
	public Optional<Task> next(String officer) {
		return store.next(officer);
	}

	@Override
	public Day day(String officer) {
		LocalDate today = secrets.today();
		return new Day(store.doneSince(officer, today.atStartOfDay(centre.zone()).toInstant()), store.waiting(officer));
	}

	@Override
	@Transactional
	public int drawAgain() {
		int found = 0;
		for (Task task : store.waitingForSomebody(REDRAWN_AT_ONCE)) {
			Draw draw = draw(store.asNew(task), store.draws(task.id()).size() + 1);
			if (draw.officer() != null) {
				store.assign(task.id(), draw);
				journal.append(new Act("task.drawn", task.caseNumber(), new Actor.System("draw"), Map.of("draw", draw.facts())));
				found++;
			}
		}
		return found;
	}

	@Override
	public List<Draw> draws(long task) {
		return store.draws(task);
	}

	@Override
	public Optional<Replay> replay(long task) {
		List<Draw> draws = store.draws(task);
		if (draws.isEmpty()) {
			return Optional.empty();
		}
		Draw last = draws.getLast();
		return secrets.revealed(last.day()).map(secret -> {
			String replayed = Drawing.replay(secret, last);
			return new Replay(last, replayed, java.util.Objects.equals(replayed, last.officer()));
		});
	}

	@Override
	public Optional<DaySecret> secretOf(LocalDate day) {
		return secrets.describe(day);
	}

	private Draw draw(NewTask task, int time) {
		List<String> present = staff.withRole(task.role(), task.unit()).stream().filter(Officer::present).map(Officer::id)
				.filter(officer -> !task.excluded().contains(officer)).sorted().toList();
		Map<String, Standing> standings = present.isEmpty() ? Map.of() : store.standings(present, task.applicant());
		List<String> eligible = present.stream().filter(officer -> !standings.getOrDefault(officer, IDLE).conflict()).toList();
		LocalDate day = secrets.today();
		String id = task.caseNumber() + "/" + task.step() + "/" + task.visit() + "/" + time;
		return Drawing.draw(secrets.secretFor(day), day, id, eligible, officer -> standings.getOrDefault(officer, IDLE).load());
	}
}
