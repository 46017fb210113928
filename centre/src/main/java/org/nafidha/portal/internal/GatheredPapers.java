package org.nafidha.portal.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Visit;
import org.nafidha.portal.CaseView.Gathered;
import org.nafidha.portal.CaseView.Standing;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Evidence;
import org.nafidha.procedures.Step;

/** What the city gathered for a case, and from whom: nobody shall bring what is there already, or wonder where a paper is. */
final class GatheredPapers {

	private static final String AS_OF = "asOf";

	private GatheredPapers() {
	}

	static List<Gathered> of(CaseFile file, Procedure procedure) {
		return procedure.fetched().stream().filter(item -> item.when() == null || !Boolean.FALSE.equals(item.when().evaluate(file.data())))
				.map(item -> gathered(item, file, procedure)).toList();
	}

	private static Gathered gathered(Evidence item, CaseFile file, Procedure procedure) {
		if (file.data().get(item.id()) instanceof Map<?, ?> read) {
			return new Gathered(item.title(), item.holder(), Standing.FETCHED, asOf(read).orElse(file.openedAt()));
		}
		Visit asked = asked(item, file, procedure);
		if (asked == null) {
			return new Gathered(item.title(), item.holder(), file.ended() ? Standing.NOT_NEEDED : Standing.LATER, null);
		}
		if (asked.open()) {
			return new Gathered(item.title(), item.holder(), Standing.AWAITED, asked.openedAt());
		}
		boolean given = item.askedOf() != null && !Step.Consultation.OBJECTION.equals(asked.outcome());
		Standing standing = given ? Standing.FETCHED : item.orCitizen() ? Standing.BRING : Standing.MISSING;
		return new Gathered(item.title(), item.holder(), standing, asked.closedAt());
	}

	/** The newest stay at which its holder was asked. */
	private static @Nullable Visit asked(Evidence item, CaseFile file, Procedure procedure) {
		return file.visits().reversed().stream().filter(visit -> procedure.asksFor(visit.step(), item)).findFirst().orElse(null);
	}

	private static Optional<Instant> asOf(Map<?, ?> read) {
		try {
			return Optional.of(Instant.parse(String.valueOf(read.get(AS_OF))));
		} catch (DateTimeException noMoment) {
			return Optional.empty();
		}
	}
}
