package org.nafidha.cases.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nafidha.calendar.WorkingCalendar;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Decision;
import org.nafidha.cases.OpenCase;
import org.nafidha.cases.Visit;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.procedures.Procedures;
import org.nafidha.procedures.Step;
import org.nafidha.tasks.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The real engine in a city that has one procedure, which nobody has published; the test is every officer and every agency. */
final class LoneProcedure {

	/** What of the running centre such an engine is made of. */
	@Component
	record Parts(CaseStore store, Admission admission, Places places, Walker walker, Around around) {
	}

	@Component
	record Around(WorkingCalendar calendar, ActContext context, Automations automations, ObjectProvider<Moves> moves, JdbcClient db,
			InstantSource clock) {
	}

	private final Procedure procedure;
	private final Parts parts;
	private final Opener opener;
	private final Moves moves;

	LoneProcedure(Procedure procedure, Parts parts) {
		this.procedure = procedure;
		this.parts = parts;
		Procedures only = new Only(procedure);
		Walker walker = parts.walker();
		Walker alone = new Walker(walker.walk(), walker.tasks(), walker.writer(),
				new Afterwards(idle(only, parts), walker.afterwards().events()), walker.reopening(), walker.db());
		ActContext context = parts.around().context();
		this.moves = new Moves(only, parts.store(), parts.admission(), parts.places(), alone, context);
		this.opener = new Opener(only, parts.store(), parts.admission(), alone, parts.around().calendar(), context);
	}

	/** Runs nothing: here the test itself answers. */
	private static AutomationRunner idle(Procedures only, Parts parts) {
		Around around = parts.around();
		return new AutomationRunner(around.db(), parts.store(), only, around.automations(), around.clock(), around.moves()) {
			@Override
			void kick(String caseNumber) {
				// the test answers
			}
		};
	}

	Result<CaseFile> open(Map<String, String> inputs, Actor.Citizen person) {
		return opener.open(new OpenCase(UUID.randomUUID().toString(), procedure.id(), Channel.COUNTER, person.personId(), null, inputs, person));
	}

	Result<CaseFile> withdraw(CaseFile file, Actor.Citizen person) {
		return moves.withdraw(UUID.randomUUID().toString(), file.number(), person);
	}

	/** Ends a stay as whoever may: its officer, the applicant, or a machine. @param corrected the applicant's answers, if it is a correction */
	Result<CaseFile> end(Visit visit, String outcome, Map<String, String> corrected, Actor.Citizen person) {
		String key = UUID.randomUUID().toString();
		if (procedure.step(visit.step()) instanceof Step.Review) {
			Task task = parts.walker().tasks().find(Optional.ofNullable(visit.task()).orElseThrow()).orElseThrow();
			return moves.decide(new Decision(key, task.id(), new Actor.Officer(String.valueOf(task.officer())), outcome, "because", null, null));
		}
		return outcome.equals("corrected")
				? moves.correct(key, visit.caseNumber(), corrected, List.of(), person)
				: moves.complete(VisitKey.parse(visit.key()), outcome, Map.of(), new Actor.System("test"));
	}

	/** What may end a stay at the step; not {@code changed}, which the engine takes by itself. */
	static List<String> outcomes(@Nullable Step step) {
		return switch (step) {
			case Step.Review review -> review.outcomes().stream().map(Step.Outcome::id).toList();
			case Step.Correction correction -> List.of("corrected", "lapsed");
			case Step.Wait wait -> List.copyOf(wait.then().keySet());
			case Step.Fetch fetch -> List.of("lapsed");
			case Step.Automated asked when asked.then().isEmpty() -> List.of(Step.Fetch.ANSWERED, "refused");
			case Step.Automated automated -> automated.then().keySet().stream().filter(outcome -> !outcome.equals(Step.Automated.CHANGED)).toList();
			case null, default -> List.of();
		};
	}

	private record Only(Procedure procedure) implements Procedures {

		@Override
		public List<Procedure> current() {
			return List.of(procedure);
		}

		@Override
		public Optional<Procedure> current(String id) {
			return Optional.of(procedure);
		}

		@Override
		public Optional<Procedure> version(String id, int version) {
			return Optional.of(procedure);
		}
	}
}
