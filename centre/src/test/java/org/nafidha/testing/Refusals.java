package org.nafidha.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nafidha.cases.Appeals;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.Decision;
import org.nafidha.cases.OpenCase;
import org.nafidha.cases.Visit;
import org.nafidha.kernel.Actor;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.springframework.stereotype.Component;

/** Cases of {@code test-permit} that were refused, and appeals against them. */
@Component
public class Refusals {

	private final Cases cases;
	private final Appeals appeals;
	private final Tasks tasks;

	Refusals(Cases cases, Appeals appeals, Tasks tasks) {
		this.cases = cases;
		this.appeals = appeals;
		this.tasks = tasks;
	}

	/** A permit that is being decided. */
	public CaseFile undecided(String person) {
		CaseFile file = cases.open(new OpenCase(UUID.randomUUID().toString(), "test-permit", Channel.PORTAL, person, null,
				Map.of("note", "n", "way", "straight"), new Actor.Citizen(person))).orThrow();
		return decide(decide(file, "complete", "all-there"), "given", "fine");
	}

	public CaseFile refused(String person) {
		return decide(undecided(person), "refuse", "against-rule");
	}

	public CaseFile appealed(CaseFile refused) {
		return appeals.appeal(appeal(UUID.randomUUID().toString(), refused.number(), refused.personId())).orThrow();
	}

	public static Appeals.Appeal appeal(String key, String about, String person) {
		return new Appeals.Appeal(key, about, Channel.PORTAL, person, Map.of("ground", "law", "reasons", "the law says otherwise"), List.of(),
				new Actor.Citizen(person));
	}

	/** By whomever the case's open task was drawn for. */
	public CaseFile decide(CaseFile file, String outcome, String reason) {
		Task task = task(file);
		return cases.decide(new Decision(UUID.randomUUID().toString(), task.id(), new Actor.Officer(String.valueOf(task.officer())), outcome, reason,
				"as the file shows", null)).orThrow();
	}

	public Task task(CaseFile file) {
		Visit open = file.openVisits().stream().filter(visit -> visit.task() != null).findFirst().orElseThrow();
		return tasks.find(Optional.ofNullable(open.task()).orElseThrow()).orElseThrow();
	}
}
