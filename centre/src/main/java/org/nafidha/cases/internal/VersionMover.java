package org.nafidha.cases.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.VersionMoves;
import org.nafidha.journal.Act;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedures;
import org.nafidha.procedures.Step;
import org.springframework.stereotype.Component;

/** Moves running cases to another version, each in a transaction of its own. */
@Component
class VersionMover implements VersionMoves {

	private final Procedures procedures;
	private final CaseStore store;
	private final Terms terms;
	private final Admission admission;
	private final Journal journal;
	private final ActContext context;

	VersionMover(Procedures procedures, CaseStore store, Terms terms, Admission admission, Journal journal, ActContext context) {
		this.procedures = procedures;
		this.store = store;
		this.terms = terms;
		this.admission = admission;
		this.journal = journal;
		this.context = context;
	}

	@Override
	public Result<Plan> dryRun(String procedure, int toVersion) {
		return version(procedure, toVersion).map(to -> {
			List<String> numbers = store.runningOffVersion(procedure, toVersion, MOST_AT_ONCE);
			List<Line> lines = numbers.stream().flatMap(number -> store.find(number).stream()).map(file -> line(file, to)).toList();
			return new Plan(procedure, toVersion, lines, store.countOffVersion(procedure, toVersion) - numbers.size());
		});
	}

	@Override
	public Result<Moved> move(Wanted wanted) {
		String reason = wanted.reason().strip();
		if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
			return (reason.isEmpty() ? Refusal.of("move.reason") : Refusal.of("move.reason-long", "max", Integer.toString(LONGEST_REASON)))
					.asResult();
		}
		return version(wanted.procedure(), wanted.toVersion()).map(to -> {
			List<String> moved = new ArrayList<>();
			List<Line> stayed = new ArrayList<>();
			for (String number : wanted.numbers().stream().distinct().limit(MOST_AT_ONCE).toList()) {
				Optional<Line> line = moved(number, to, reason, wanted);
				line.ifPresentOrElse(stayed::add, () -> moved.add(number));
			}
			return new Moved(List.copyOf(moved), List.copyOf(stayed));
		});
	}

	private Result<Procedure> version(String id, int version) {
		Optional<Procedure> to = procedures.version(id, version);
		if (to.isEmpty()) {
			return Refusal.of("procedure.unknown").asResult();
		}
		return admission.notYet(to.get()).<Result<Procedure>>map(Refusal::asResult).orElseGet(() -> Result.ok(to.get()));
	}

	/** Empty when it was moved; otherwise why it stays. */
	private Optional<Line> moved(String number, Procedure to, String reason, Wanted wanted) {
		Result<Optional<Line>> stays = context.transactions().act(() -> {
			Optional<CaseFile> file = store.lock(number).filter(one -> one.procedure().equals(to.id()));
			if (file.isEmpty()) {
				return Result.ok(Optional.of(new Line(number, 0, List.of(), List.of(new Obstacle(Why.GONE_ON, to.name())))));
			}
			Line line = line(file.get(), to);
			if (line.movable()) {
				Instant due = terms.due(file.get(), to);
				Map<String, Object> facts = new TreeMap<>(Map.of("procedure", to.id(), "from", file.get().version(), "version", to.version(), "why",
						reason, "due", due.toString()));
				if (!due.equals(file.get().dueAt())) {
					facts.put("dueBefore", file.get().dueAt().toString());
				}
				journal.append(new Act("case.version-moved", number, wanted.officer(), facts));
				store.moved(number, to.version(), due);
			}
			return Result.ok(line.movable() ? Optional.empty() : Optional.of(line));
		});
		return stays.orThrow();
	}

	private Line line(CaseFile file, Procedure to) {
		Procedure from = procedures.version(file.procedure(), file.version()).orElseThrow();
		List<LocalizedText> at = file.openVisits().stream().map(visit -> from.step(visit.step())).filter(Objects::nonNull).map(Step::title).toList();
		return new Line(file.number(), file.version(), at, obstacles(file, from, to));
	}

	private List<Obstacle> obstacles(CaseFile file, Procedure from, Procedure to) {
		if (file.ended() || from.version() == to.version()) {
			return List.of(new Obstacle(Why.GONE_ON, to.name()));
		}
		List<Obstacle> obstacles = MoveRules.obstacles(file, from, to);
		boolean later = obstacles.isEmpty() && terms.due(file, to).isAfter(file.dueAt());
		return later ? List.of(new Obstacle(Why.LATER, to.name())) : obstacles;
	}
}
