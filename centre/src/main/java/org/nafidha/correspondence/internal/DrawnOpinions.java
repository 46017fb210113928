package org.nafidha.correspondence.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.StepEnded;
import org.nafidha.correspondence.AskedOpinion;
import org.nafidha.correspondence.Opinions;
import org.nafidha.journal.Act;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opinions as tasks beside the steps of a procedure: drawn, blind, and gone with the decision that they were asked for. */
@Component
class DrawnOpinions implements Opinions {

	private static final String TAKEN_BACK = "taken-back";

	private final OpinionTable opinions;
	private final LetterTable letters;
	private final OpinionTasks tasks;
	private final Cases cases;
	private final Journal journal;
	private final InstantSource clock;

	DrawnOpinions(OpinionTable opinions, LetterTable letters, OpinionTasks tasks, Cases cases, Journal journal, InstantSource clock) {
		this.opinions = opinions;
		this.letters = letters;
		this.tasks = tasks;
		this.cases = cases;
		this.journal = journal;
		this.clock = clock;
	}

	@Override
	@Transactional
	public Result<AskedOpinion> ask(String key, long task, Actor.Officer officer, String unit, String question, boolean waits) {
		Optional<Task> found = tasks.find(task);
		if (found.isEmpty()) {
			return Refusal.of("task.unknown").asResult();
		}
		letters.lock(found.get().caseNumber());
		String request = key + " " + task + " " + unit + " " + Words.sha256(Words.tidy(question)); // another question is not the first one sent again
		Optional<AskedOpinion> before = opinions.byKey(request);
		if (before.isPresent()) {
			return Result.ok(before.get());
		}
		Optional<Refusal> refusal = refuse(tasks.hold(task).orElseThrow(), officer, unit, question);
		return refusal.isPresent() ? refusal.get().asResult() : Result.ok(ask(request, found.get(), officer, unit, Words.tidy(question), waits));
	}

	private Optional<Refusal> refuse(Task task, Actor.Officer officer, String unit, String question) {
		if (!task.open() || !officer.officerId().equals(task.officer()) || task.step().equals(STEP)) {
			return Optional.of(Refusal.of("task.not-yours"));
		}
		if (unit.equals(task.unit()) || !tasks.units().contains(unit)) {
			return Optional.of(Refusal.of("opinion.unit"));
		}
		boolean full = opinions.of(task.caseNumber()).size() >= MOST_OF_CASE;
		return full ? Optional.of(Refusal.of("opinion.too-many", "max", Integer.toString(MOST_OF_CASE))) : Words.faults(question, LONGEST);
	}

	private AskedOpinion ask(String key, Task task, Actor.Officer officer, String unit, String question, boolean waits) {
		CaseFile file = cases.find(task.caseNumber()).orElseThrow();
		Instant now = clock.instant();
		int serial = opinions.of(file.number()).size() + 1;
		Tasks.Drawn drawn = tasks.draw(file, task, unit, serial);
		long asked = tasks.open(drawn);
		Map<String, Object> facts = new TreeMap<>(Map.of("task", asked, "for", task.id(), "unit", unit, "waits", waits, "sha256",
				Words.sha256(question), "draw", drawn.draw().facts()));
		long entry = journal.append(new Act("correspondence.opinion-asked", file.number(), officer, facts)).value();
		AskedOpinion opinion = new AskedOpinion(asked, file.number(), task.id(), unit, question, waits, now, null, null);
		opinions.insert(key, opinion, file.number() + "/" + task.step() + "/" + task.visit(), entry);
		return opinion;
	}

	@Override
	@Transactional
	public Result<AskedOpinion> answer(long task, Actor.Officer officer, String answer) {
		Optional<AskedOpinion> asked = opinions.ofTask(task);
		Optional<Task> held = tasks.find(task);
		if (asked.isEmpty() || held.isEmpty()) {
			return Refusal.of("task.unknown").asResult();
		}
		if (!officer.officerId().equals(held.get().officer())) {
			return Refusal.of("task.not-yours").asResult();
		}
		Optional<Refusal> refusal = held.get().open() ? Words.faults(answer, LONGEST) : Optional.of(Refusal.of("task.closed"));
		if (refusal.isPresent()) {
			return refusal.get().asResult();
		}
		Optional<Refusal> lost = tasks.end(new Tasks.Ending(task, officer.officerId(), "given"));
		if (lost.isPresent()) {
			return lost.get().asResult();
		}
		String words = Words.tidy(answer);
		long entry = journal.append(new Act("correspondence.opinion-given", asked.get().caseNumber(), officer,
				Map.of("task", task, "sha256", Words.sha256(words)))).value();
		opinions.answer(task, words, clock.instant(), entry);
		return Result.ok(opinions.ofTask(task).orElseThrow());
	}

	/** The decision has been taken, or the case has gone another way: nobody needs the opinion any more. */
	@EventListener
	void on(StepEnded ended) {
		List<Long> open = opinions.open(ended.visitKey());
		if (!open.isEmpty()) {
			tasks.takeBack(open.stream().map(task -> new Tasks.Withdrawn(task, TAKEN_BACK)).toList());
			open.forEach(task -> opinions.takeBack(task, clock.instant()));
		}
	}

	@Override
	public Optional<AskedOpinion> ofTask(long task) {
		return opinions.ofTask(task);
	}

	@Override
	public List<AskedOpinion> of(String caseNumber) {
		return opinions.of(caseNumber);
	}

	@Override
	public boolean awaited(long task) {
		Instant now = clock.instant();
		return opinions.awaited(task).stream().flatMap(asked -> tasks.find(asked).stream()).anyMatch(asked -> now.isBefore(asked.dueAt()));
	}

	@Override
	public List<String> units() {
		return tasks.units();
	}
}
