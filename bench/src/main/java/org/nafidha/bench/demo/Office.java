package org.nafidha.bench.demo;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.nafidha.bench.demo.Steps.Failed;
import org.nafidha.bench.visitor.Account;
import org.nafidha.bench.visitor.Officer;
import org.nafidha.bench.visitor.Persona;
import org.nafidha.bench.visitor.Visitor;

/**
 * The steps in the back office. Who was drawn is nobody's to know but the officer's: so everybody who may have been looks at their next file.
 * What lies before it in somebody's queue is decided first, in the order in which it lies there, as in every office.
 */
final class Office {

	private static final String UNIT = "technical-affairs/building-control";
	private static final String ROLE = "reviewer";
	private static final int ROUNDS = 200;

	private record Found(String username, Officer officer, Officer.File file) {
	}

	private final Steps steps;
	private final Supplier<Visitor> visitors;
	private final List<Account> candidates;
	private final Map<String, Officer> present = new LinkedHashMap<>();
	private int decidedBefore;

	Office(Steps steps, Supplier<Visitor> visitors, List<Account> accounts) {
		this.steps = steps;
		this.visitors = visitors;
		this.candidates = accounts.stream().filter(account -> account.is(ROLE) && account.unit().equals(UNIT)).toList();
	}

	void decide(String caseNumber, Persona applicant) throws Failed, InterruptedException {
		Found found = steps.step("the officer who was drawn finds the file", () -> find(caseNumber));
		steps.step("the officer does not see whose file it is, and confirms what is recorded", () -> {
			for (String told : List.of(applicant.name(), applicant.nationalNumber())) {
				Steps.check(!found.file.tells(told), "the file of " + caseNumber + " tells " + told);
			}
			Steps.check(found.file.page().has("main .masked"), "the file of " + caseNumber + " does not say that the applicant is hidden");
			found.officer.decide(found.file.decision("confirm", "as-recorded"));
			return found.username + (decidedBefore == 0 ? "" : ", after " + decidedBefore + " files that lay before it");
		});
	}

	private Found find(String caseNumber) throws IOException, InterruptedException {
		for (Account account : candidates) {
			Officer officer = Officer.signIn(visitors.get(), account);
			present.put(account.username(), officer);
			Optional<Officer.File> next = officer.next();
			if (next.isPresent() && next.get().isAbout(caseNumber)) {
				return new Found(account.username(), officer, next.get());
			}
		}
		for (int round = 0; round < ROUNDS; round++) {
			Optional<Found> found = workOn(caseNumber);
			if (found.isPresent()) {
				return found.get();
			}
		}
		throw new IOException("nobody of " + UNIT + " has the file of " + caseNumber + " among the next " + ROUNDS);
	}

	/** Everybody who is here decides the file on the desk, unless it is the one that is looked for. */
	private Optional<Found> workOn(String caseNumber) throws IOException, InterruptedException {
		for (Map.Entry<String, Officer> one : present.entrySet()) {
			Optional<Officer.File> next = one.getValue().next();
			if (next.isPresent() && next.get().isAbout(caseNumber)) {
				return Optional.of(new Found(one.getKey(), one.getValue(), next.get()));
			}
			if (next.isPresent()) {
				one.getValue().decide(next.get().firstDecision());
				decidedBefore++;
			}
		}
		return Optional.empty();
	}
}
