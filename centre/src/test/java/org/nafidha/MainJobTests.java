package org.nafidha;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.Decision;
import org.nafidha.cases.OpenCase;
import org.nafidha.documents.Documents;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.documents.Verdict;
import org.nafidha.identity.Role;
import org.nafidha.identity.SignedIn;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Money;
import org.nafidha.kernel.Result;
import org.nafidha.payments.Payments;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.register.DemoCity;
import org.nafidha.register.Persona;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The centre's main job, with its real procedures, register, money and documents: from a request to a document that is verified. */
@CentreTest
class MainJobTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@Autowired
	Cases cases;
	@Autowired
	Tasks tasks;
	@Autowired
	Payments payments;
	@Autowired
	Documents documents;
	@Autowired
	Journal journal;
	@Autowired
	DemoCity city;

	private final SignedIn.Staff cashier = new SignedIn.Staff("main-job-cashier", Set.of(Role.CASHIER));

	@BeforeEach
	void theDeskIsOpen() {
		payments.open(95, cashier).orThrow();
	}

	@Test
	void anOwnerOfAVerifiedSheetPaysAndHasTheStatementAtOnce() {
		CaseFile file = ask("temporary-register-statement", persona("sole-owner"));
		IssuedDocument document = issued(pay(file));
		assertThat(document.number()).startsWith("TRS-");
		assertThat(documents.verifyPdf(documents.pdf(document.number()).orElseThrow())).isInstanceOf(Verdict.Genuine.class);
		assertThat(journal.about(file.number())).extracting("kind").startsWith("case.opened").endsWith("case.moved");
	}

	@Test
	void anUnverifiedSheetIsComparedByTwoDifferentRegistrarsBeforeTheStatementIsIssued() {
		CaseFile file = pay(ask("temporary-register-statement", persona("unverified-sheet")));
		String first = officer(file);
		file = decide(file, "matches");
		assertThat(officer(file)).isNotEqualTo(first);
		assertThat(issued(decide(file, "matches")).number()).startsWith("TRS-");
	}

	@Test
	void violationsAreConfirmedByAnOfficerWhoWorksBlindAndThenStated() {
		CaseFile file = ask("violations-statement", persona("with-violations"));
		assertThat(task(file).blind()).isTrue();
		IssuedDocument document = issued(pay(decide(file, "confirm")));
		assertThat(document.number()).startsWith("VST-");
		byte[] pdf = documents.pdf(document.number()).orElseThrow();
		pdf[pdf.length / 2] ^= 1;
		assertThat(documents.verifyPdf(pdf)).isNotInstanceOf(Verdict.Genuine.class);
	}

	@Test
	void aPropertyThatIsNotInTheRegisterOpensNoCase() {
		Result<CaseFile> result = cases.open(request("temporary-register-statement", persona("sole-owner"), "9/9999999"));
		assertThat(result).isInstanceOfSatisfying(Result.Refused.class,
				refused -> assertThat(refused.refusal().code()).isEqualTo("property.unknown"));
	}

	private CaseFile ask(String procedure, Persona who) {
		return cases.open(request(procedure, who, who.property().toString())).orThrow();
	}

	private OpenCase request(String procedure, Persona who, String property) {
		return new OpenCase(UUID.randomUUID().toString(), procedure, Channel.PORTAL, who.person().id(), null,
				Map.of("property", property, "purpose", "bank"), new Actor.Citizen(who.person().id()));
	}

	private CaseFile pay(CaseFile file) {
		var due = payments.due(file.number()).orElseThrow();
		payments.payInCash(UUID.randomUUID().toString(), due.id(), due.total().plus(Money.pounds(50)), cashier).orThrow();
		return cases.settled(file.number(), PATIENCE).orElseThrow();
	}

	private CaseFile decide(CaseFile file, String outcome) {
		Task task = task(file);
		var step = (org.nafidha.procedures.Step.Review) Optional.ofNullable(cases.procedureOf(file).steps().get(task.step())).orElseThrow();
		String reason = step.outcomes().stream().filter(o -> o.id().equals(outcome)).findFirst().orElseThrow().reasons().getFirst().code();
		CaseFile after = cases
				.decide(new Decision(UUID.randomUUID().toString(), task.id(), new Actor.Officer(officer(file)), outcome, reason, null, null))
				.orThrow();
		return cases.settled(after.number(), PATIENCE).orElseThrow();
	}

	private IssuedDocument issued(CaseFile file) {
		assertThat(file.end()).isEqualTo("end-granted");
		return documents.forCase(file.number()).getFirst();
	}

	private Task task(CaseFile file) {
		return tasks.find(Optional.ofNullable(file.openVisits().getFirst().task()).orElseThrow()).orElseThrow();
	}

	private String officer(CaseFile file) {
		return String.valueOf(task(file).officer());
	}

	private Persona persona(String key) {
		return city.personas().stream().filter(p -> p.key().equals(key)).findFirst().orElseThrow();
	}
}
