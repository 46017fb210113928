package org.nafidha.bench.demo;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.nafidha.bench.demo.Steps.Failed;
import org.nafidha.bench.visitor.Account;
import org.nafidha.bench.visitor.Application;
import org.nafidha.bench.visitor.Citizen;
import org.nafidha.bench.visitor.Persona;
import org.nafidha.bench.visitor.VerifyDesk;
import org.nafidha.bench.visitor.Visitor;
import org.nafidha.bench.visitor.WrongPage;

/** The centre's main job: a temporary-register statement and a violations statement, from the request to the verified document. */
final class MainJob {

	/** Whose own sheet is verified, so that the statement is issued at once. The first also has violations, which makes most sense. */
	private static final List<String> CITIZENS = List.of("with-violations", "sole-owner", "mortgaged", "heir-of-seven");
	private static final int TOO_MANY = 429;

	private record Present(Citizen citizen, Persona persona) {
	}

	private final HttpClient http;
	private final URI centre;
	private final Path home;
	private final Path out;
	private final Steps steps;

	/** @param home the centre's folder, for the accounts of its staff; @param out where the results go */
	MainJob(HttpClient http, URI centre, Path home, Path out, Steps steps) {
		this.http = http;
		this.centre = centre;
		this.home = home;
		this.out = out;
		this.steps = steps;
	}

	/** True when every check passed. The summary is written either way. */
	boolean run() throws IOException, InterruptedException {
		Summary summary = new Summary(centre, home);
		try {
			demonstrate();
			summary.write(out, steps.done(), true);
			Path results = out.toAbsolutePath().normalize();
			steps.say("Every check passed. The results are in " + results);
			steps.say("Verify again: ./nafidha verify " + results.resolve("document.pdf") + " --keys " + results.resolve("keys.json"));
			return true;
		} catch (Failed saidAlready) {
			summary.write(out, steps.done(), false);
			steps.say("The demonstration has failed.");
			return false;
		}
	}

	private void demonstrate() throws Failed, InterruptedException {
		steps.step("a demonstration's centre answers", this::answers);
		List<Account> accounts = steps.step("the accounts of the demonstration's staff are read", this::accounts);
		Counter counter = new Counter(steps, this::visitor, accounts);
		Office office = new Office(steps, this::visitor, accounts);
		Present who = steps.step("a citizen signs in with national number and one-time code", this::citizenSignsIn);
		counter.signIn();
		try {
			Application ownership = Application.aboutProperty("temporary-register-statement", who.persona.property(), "bank");
			String first = asked(who, ownership);
			counter.takeFee(who.persona, first);
			Paper statement = received(who, first);
			String second = asked(who, Application.aboutProperty("violations-statement", Persona.named(CITIZENS.getFirst()).property(), "sale"));
			office.decide(second, who.persona);
			counter.takeFee(who.persona, second);
			Paper violations = received(who, second);
			new Examination(steps, new VerifyDesk(visitor()), centre, out).examine(statement, violations);
		} finally {
			counter.leave();
		}
	}

	private String asked(Present who, Application application) throws Failed, InterruptedException {
		return steps.step("the citizen asks for the " + application.service() + " on the portal, case",
				() -> who.citizen.file(who.citizen.apply(application)));
	}

	private Paper received(Present who, String caseNumber) throws Failed, InterruptedException {
		String number = steps.step("the document is issued", () -> Patience.until("the case " + caseNumber + " has brought its document",
				() -> who.citizen.documents(caseNumber).stream().findFirst()));
		byte[] pdf = steps.step("the citizen downloads it", () -> who.citizen.pdf(caseNumber, number));
		byte[] proof = steps.step("the citizen downloads the proof that it stands in the journal",
				() -> Patience.until("the journal has come to " + number, () -> who.citizen.proof(caseNumber, number)));
		return new Paper(number, pdf, proof);
	}

	private Visitor visitor() {
		return new Visitor(http, centre);
	}

	private String answers() throws IOException, InterruptedException {
		try {
			Steps.check(visitor().get("/demo/outbox").isOk(), "what answers at " + centre + " is no demonstration of Nafidha");
			return centre.toString();
		} catch (ConnectException e) {
			throw new IOException("no centre answers at " + centre, e);
		}
	}

	private List<Account> accounts() throws IOException {
		try {
			return Account.all(home);
		} catch (NoSuchFileException e) {
			throw new IOException("there are no accounts in " + home.toAbsolutePath() + "; name the folder of the centre at " + centre
					+ " with --home DIR", e);
		}
	}

	/** Only so many codes are sent to one number in a while: then somebody else comes. */
	private Present citizenSignsIn() throws IOException, InterruptedException {
		WrongPage last = null;
		for (String key : CITIZENS) {
			Persona persona = Persona.named(key);
			try {
				return new Present(Citizen.signIn(visitor(), persona.nationalNumber()), persona);
			} catch (WrongPage page) {
				if (page.status() != TOO_MANY) {
					throw page;
				}
				last = page;
			}
		}
		throw new IOException("every citizen of the demonstration has asked for too many codes", last);
	}
}
