package org.nafidha.tasks.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.nafidha.identity.Officer;
import org.nafidha.identity.Staff;
import org.nafidha.journal.Act;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.platform.CentreProperties;
import org.nafidha.platform.Writes;
import org.nafidha.tasks.Draw;
import org.nafidha.tasks.NewTask;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.nafidha.tasks.internal.TaskStore.Holding;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tasks by draw. */
@Component
class DrawnTasks implements Tasks {

	/** Of one role, unit and officer in one sweep. */
	private static final int REDRAWN_AT_ONCE = 100;

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
	public Draw draw(NewTask task, @Nullable Long ending) {
		return draw(task, ending, 1);
	}

	@Override
	public List<Long> turn(@Nullable Ending ending, List<Withdrawn> withdrawn, List<Drawn> opened, Writes writes) {
		Instant now = clock.instant();
		if (ending != null) {
			store.close(ending, now, writes);
		}
		withdrawn.forEach(task -> store.withdraw(task, now, writes));
		return opened.stream().map(drawn -> store.insert(drawn, now, writes)).toList();
	}

	@Override
	public Optional<Task> find(long task) {
		return store.find(task);
	}

	@Override
	public Optional<Task> hold(long task) {
		return store.hold(task);
	}

	@Override
	public Optional<Task> next(String officer) {
		return store.next(officer);
	}

	@Override
	public List<Task> open(String officer) {
		return store.open(officer);
	}

	@Override
	public Day day(String officer) {
		LocalDate today = secrets.today();
		return new Day(store.doneSince(officer, today.atStartOfDay(centre.zone()).toInstant()), store.waiting(officer));
	}

	@Override
	@Transactional
	public int drawAgain() {
		Set<String> away = staff.absentSince(clock.instant().minus(BREAK));
		int found = 0;
		for (Holding holding : store.holdings()) {
			Optional<String> why = why(holding, away);
			if (why.isPresent()) {
				found += store.held(holding, REDRAWN_AT_ONCE).stream().mapToInt(task -> drawAgain(task, why.get())).sum();
			}
		}
		return found;
	}

	/** Why tasks are to be drawn again; empty when they stay where they are. Nobody's tasks are not looked at while nobody could get them. */
	private Optional<String> why(Holding holding, Set<String> away) {
		List<Officer> able = staff.withRole(holding.role(), holding.unit());
		String officer = holding.officer();
		if (officer == null) {
			return able.stream().anyMatch(Officer::present) ? Optional.of("waited") : Optional.empty();
		}
		if (able.stream().noneMatch(one -> one.id().equals(officer))) {
			return Optional.of("unable");
		}
		return away.contains(officer) ? Optional.of("away") : Optional.empty();
	}

	/** In the caller's transaction. Returns how many found an officer: 1 or 0. */
	int drawAgain(Task task, String why) {
		Draw draw = draw(store.asNew(task), null, store.draws(task.id()).size() + 1);
		String before = task.officer();
		if (draw.officer() == null && before == null) {
			return 0;
		}
		store.assign(task.id(), draw);
		journal.append(new Act("task.drawn", task.caseNumber(), new Actor.System("draw"),
				Map.of("draw", draw.facts(), "from", before == null ? "" : before, "why", why)));
		return draw.officer() == null ? 0 : 1;
	}

	@Override
	public void moveDue(long task, Instant dueAt) {
		store.moveDue(task, dueAt);
	}

	@Override
	public List<Waiting> waiting() {
		return store.waiting();
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

	private Draw draw(NewTask task, @Nullable Long ending, int time) {
		SortedMap<String, Integer> loads = store.loads(task, ending);
		LocalDate day = secrets.today();
		String id = task.caseNumber() + "/" + task.step() + "/" + task.visit() + "/" + time;
		return Drawing.draw(secrets.secretFor(day), day, id, List.copyOf(loads.keySet()), officer -> loads.getOrDefault(officer, 0));
	}
}
