package org.nafidha.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.OpenCase;
import org.nafidha.kernel.Actor;
import org.nafidha.procedures.Automation;
import org.nafidha.procedures.Automation.Answer;
import org.nafidha.procedures.Automation.CaseApplicant;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.register.DemoCity;
import org.nafidha.register.Persona;

/**
 * Statements issued as the engine has them issued: registered, journalled, signed code, composed page, sealed file, stored, each in its own durable
 * transactions; by one thread and by two.
 */
final class DocumentBench implements Measurement {

	private static final String GROUP = "document";
	private static final int REPEATS = 5;
	private static final Duration WARM_UP = Duration.ofSeconds(20);
	private static final Duration EACH = Duration.ofSeconds(8);

	@Override
	public void measure(Report report) throws Exception {
		try (CentreInside centre = new CentreInside("document", 200)) {
			Automation issue = centre.beans(Automation.class).values().stream()
					.filter(automation -> automation.signature().name().equals("documents.issue")).findFirst().orElseThrow();
			Persona owner = centre.bean(DemoCity.class).personas().stream().filter(p -> p.key().equals("sole-owner")).findFirst().orElseThrow();
			Cases cases = centre.bean(Cases.class);
			CaseFile file = cases.open(new OpenCase(UUID.randomUUID().toString(), "temporary-register-statement", Channel.PORTAL, owner.person().id(),
					null, Map.of("property", owner.property().toString(), "purpose", "bank"), new Actor.Citizen(owner.person().id()))).orThrow();
			report.condition("document", "temporary-register statements of one A4 page, PDF/A-2a and PDF/UA-1, code in ES256, seal PAdES B-B; "
					+ REPEATS + " turns of " + EACH.toSeconds() + " s after " + WARM_UP.toSeconds() + " s of warm-up");
			Clients.run(2, WARM_UP, () -> issue(issue, cases, file));
			for (int threads : new int[]{1, 2}) {
				List<Double> pace = new ArrayList<>();
				for (int i = 0; i < REPEATS; i++) {
					pace.add(Clients.run(threads, EACH, () -> issue(issue, cases, file)).perSecond());
				}
				report.add(new Figure(GROUP,
						"documents registered, composed, signed, sealed and stored, " + threads + " thread" + (threads > 1 ? "s" : ""),
						"documents/s", pace));
			}
		}
	}

	/** Each call has a key of its own, so each is another document. */
	private static Answer issue(Automation issue, Cases cases, CaseFile file) {
		Answer answer = issue.run(new Automation.Call(file.number() + "/issue/" + UUID.randomUUID(), file.number(), "issue", cases.procedureOf(file),
				new CaseApplicant(file.personId(), file.actsFor()), Map.of("template", "temporary-register-statement"), file.data()));
		if (!(answer instanceof Answer.Done)) {
			throw new IllegalStateException("no document was issued: " + answer);
		}
		return answer;
	}
}
