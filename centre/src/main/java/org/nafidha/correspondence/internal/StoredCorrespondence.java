package org.nafidha.correspondence.internal;

import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.correspondence.Correspondence;
import org.nafidha.correspondence.Letter;
import org.nafidha.correspondence.Opinions;
import org.nafidha.correspondence.internal.LetterTable.Written;
import org.nafidha.journal.Act;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class StoredCorrespondence implements Correspondence {

	private final LetterTable letters;
	private final Cases cases;
	private final Tasks tasks;
	private final Journal journal;
	private final InstantSource clock;

	StoredCorrespondence(LetterTable letters, Cases cases, Tasks tasks, Journal journal, InstantSource clock) {
		this.letters = letters;
		this.cases = cases;
		this.tasks = tasks;
		this.journal = journal;
		this.clock = clock;
	}

	@Override
	@Transactional
	public Result<Letter> ask(String key, String caseNumber, String text, Actor actor) {
		Optional<CaseFile> file = cases.find(caseNumber).filter(found -> !(actor instanceof Actor.Citizen(String id)) || id.equals(found.personId()));
		if (file.isEmpty()) {
			return Refusal.of("case.unknown").asResult();
		}
		letters.lock(caseNumber);
		String request = request(key, caseNumber, text);
		Optional<Letter> before = letters.find(request);
		if (before.isPresent()) {
			return Result.ok(before.get());
		}
		Optional<Refusal> refusal = file.get().ended()
				? Optional.of(Refusal.of("letter.ended"))
				: Words.faults(text, LONGEST).or(() -> tooMany(caseNumber));
		return refusal.isPresent()
				? refusal.get().asResult()
				: write("correspondence.asked", request, new Letter(caseNumber, true, null, Words.tidy(text), clock.instant()), actor, null);
	}

	@Override
	@Transactional
	public Result<Letter> answer(String key, long task, String text, Actor.Officer officer) {
		Optional<Task> found = tasks.find(task);
		if (found.isEmpty()) {
			return Refusal.of("task.unknown").asResult();
		}
		Task held = found.get();
		letters.lock(held.caseNumber());
		String request = request(key, held.caseNumber(), text);
		Optional<Letter> before = letters.find(request);
		if (before.isPresent()) {
			return Result.ok(before.get());
		}
		if (!held.open() || !officer.officerId().equals(held.officer()) || held.step().equals(Opinions.STEP)) {
			return Refusal.of("task.not-yours").asResult();
		}
		Optional<Refusal> refusal = Words.faults(text, LONGEST);
		return refusal.isPresent()
				? refusal.get().asResult()
				: write("correspondence.answered", request, new Letter(held.caseNumber(), false, held.unit(), Words.tidy(text), clock.instant()),
						officer,
						task);
	}

	@Override
	public List<Letter> of(String caseNumber) {
		return letters.of(caseNumber);
	}

	@Override
	public Set<String> unanswered(Collection<String> caseNumbers) {
		return letters.unanswered(caseNumbers);
	}

	private Result<Letter> write(String kind, String key, Letter letter, Actor actor, @Nullable Long task) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("sha256", Words.sha256(letter.text()));
		if (task != null) {
			facts.put("task", task);
		}
		letters.insert(new Written(key, letter, actor.text(), journal.append(new Act(kind, letter.caseNumber(), actor, facts)).value()));
		return Result.ok(letter);
	}

	/** What makes a sending the same: a form that comes back with other words is another letter, and nobody shall believe that it was sent. */
	private static String request(String key, String caseNumber, String text) {
		return key + " " + caseNumber + " " + Words.sha256(Words.tidy(text));
	}

	private Optional<Refusal> tooMany(String caseNumber) {
		List<Letter> all = letters.of(caseNumber);
		if (all.stream().filter(Letter::fromApplicant).count() >= MOST_OF_CASE) {
			return Optional.of(Refusal.of("letter.too-many"));
		}
		boolean waits = all.size() >= MOST_UNANSWERED
				&& all.subList(all.size() - MOST_UNANSWERED, all.size()).stream().allMatch(Letter::fromApplicant);
		return waits ? Optional.of(Refusal.of("letter.wait", "max", Integer.toString(MOST_UNANSWERED))) : Optional.empty();
	}
}
