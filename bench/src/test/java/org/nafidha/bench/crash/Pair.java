package org.nafidha.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.nafidha.bench.crash.Acknowledged.Repetition;
import org.nafidha.bench.visitor.Application;
import org.nafidha.bench.visitor.Citizen;
import org.nafidha.bench.visitor.Clerk;
import org.nafidha.bench.visitor.Persona;
import org.nafidha.bench.visitor.WebForm;

/** A citizen who asks for one thing after the other, on the portal or at the counter, and the clerk who takes the fees. */
final class Pair {

	private final Persona persona;
	private final Citizen citizen;
	private final Clerk clerk;
	private final Random random;
	private final Acknowledged said;
	private String visit = "";

	Pair(Persona persona, Citizen citizen, Clerk clerk, Random random, Acknowledged said) {
		this.persona = persona;
		this.citizen = citizen;
		this.clerk = clerk;
		this.random = random;
		this.said = said;
	}

	/** Works until it is over, or until it meets an error, which is a failure of the test unless something was killed before. */
	void work(AtomicBoolean killed, AtomicBoolean over) throws IOException, InterruptedException {
		try {
			visit = clerk.identify(persona.nationalNumber());
			while (!over.get()) {
				String number = random.nextInt(3) == 0 ? openAtCounter() : fileOnPortal();
				pay(number);
			}
		} catch (IOException noAnswer) {
			if (!killed.get()) {
				throw noAnswer;
			}
		}
	}

	private String fileOnPortal() throws IOException, InterruptedException {
		WebForm lastLook = citizen.apply(application());
		return acknowledged(() -> opened(citizen.file(lastLook)), () -> {
			String number = opened(citizen.file(lastLook));
			assertThat(citizen.file(lastLook)).as("the same application again").isEqualTo(number);
		});
	}

	private String openAtCounter() throws IOException, InterruptedException {
		WebForm asked = clerk.ask(visit, application());
		return acknowledged(() -> opened(clerk.open(asked)), () -> {
			String number = opened(clerk.open(asked));
			assertThat(clerk.open(asked)).as("the same application again").isEqualTo(number);
		});
	}

	private void pay(String number) throws IOException, InterruptedException {
		WebForm till = clerk.till(visit, number);
		String charge = till.value("charge").orElseThrow();
		acknowledged(() -> taken(till, charge), () -> {
			taken(till, charge);
			String receipt = clerk.receipt(visit, number).orElseThrow();
			taken(till, charge);
			assertThat(clerk.receipt(visit, number)).as("the same payment again").hasValue(receipt);
			said.receipts.put(receipt, charge);
		});
		clerk.receipt(visit, number).ifPresent(receipt -> said.receipts.put(receipt, charge));
	}

	/** The case is where it was left, for the citizen to see. */
	void see(String number) throws IOException, InterruptedException {
		citizen.look(number);
	}

	boolean is(String nationalNumber) {
		return persona.nationalNumber().equals(nationalNumber);
	}

	private Application application() {
		String service = random.nextBoolean() ? "temporary-register-statement" : "violations-statement";
		return Application.aboutProperty(service, persona.property(), random.nextBoolean() ? "bank" : "sale");
	}

	private interface Act<T> {
		T run() throws IOException, InterruptedException;
	}

	private <T> T acknowledged(Act<T> act, Repetition again) throws IOException, InterruptedException {
		try {
			return act.run();
		} catch (IOException noAnswer) {
			said.unanswered.add(again);
			throw noAnswer;
		}
	}

	private String opened(String number) {
		said.cases.put(number, persona.nationalNumber());
		return number;
	}

	private String taken(WebForm till, String charge) throws IOException, InterruptedException {
		clerk.take(till);
		said.payments.add(charge);
		return charge;
	}
}
