package org.nafidha.correspondence.internal;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nafidha.cases.Advisers;
import org.nafidha.correspondence.AskedOpinion;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.springframework.stereotype.Component;

/** Officers who answered when their opinion was asked; whoever was asked and has said nothing has not advised. */
@Component
record OpinionAdvisers(OpinionTable opinions, Tasks tasks) implements Advisers {

	@Override
	public Set<String> of(String caseNumber) {
		return opinions.of(caseNumber).stream().filter(opinion -> opinion.answer() != null).map(AskedOpinion::task).map(tasks::find)
				.flatMap(Optional::stream).map(Task::officer).flatMap(officer -> Optional.ofNullable(officer).stream()).collect(Collectors.toSet());
	}
}
