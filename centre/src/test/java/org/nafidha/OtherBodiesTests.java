package org.nafidha;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.Decision;
import org.nafidha.cases.OpenCase;
import org.nafidha.cases.Visit;
import org.nafidha.documents.Documents;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.documents.Verdict;
import org.nafidha.identity.Role;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Money;
import org.nafidha.kernel.Result;
import org.nafidha.payments.Payments;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.register.DemoCity;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Papers that other bodies give through the centre, from the application over their answer and the fee to the document. */
@CentreTest
class OtherBodiesTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);
	private static final String OTHER = "٠٢٠١٠٣٤٥٦٧٩";

	@Autowired
	Cases cases;
	@Autowired
	Tasks tasks;
	@Autowired
	Payments payments;
	@Autowired
	Documents documents;
	@Autowired
	DemoCity city;

	private final SignedIn.Staff cashier = new SignedIn.Staff("other-bodies-cashier", Set.of(Role.CASHIER));

	@BeforeEach
	void theDeskIsOpen() {
		payments.open(92, cashier).orThrow();
	}

	@ParameterizedTest
	@CsvSource({"individual-extract, CIE, whom, self", "family-extract, CFE, whom, self", "birth-statement, CBS, whom, self",
			"marriage-statement, CMS, whom, self", "divorce-statement, CDV, whom, self", "alphabetical-index, LRI, whom, self",
			"no-conviction, NCC, purpose, job", "not-employed, NEC, purpose, study", "property-extract, LRE, property, 2/2533/1+9",
			"survey-plan, LRS, property, 2/2533/1+9"})
	void whoeverAsksForTheirOwnPaysAndHasItAtOnceWithoutAnyOfficer(String procedure, String code, String input, String value) {
		CaseFile file = pay(asked(procedure, Map.of(input, value)));
		assertThat(file.visits()).as("human steps").allMatch(visit -> visit.task() == null);
		assertThat(issued(file).number()).startsWith(code + "-");
	}

	@ParameterizedTest
	@CsvSource({"individual-extract, relative, sibling", "family-extract, relative, descendant", "birth-statement, relative, descendant",
			"marriage-statement, agent, agent", "divorce-statement, agent, agent", "death-statement, relative, spouse",
			"alphabetical-index, agent, agent"})
	void forSomebodyElseNothingIsAskedBeforeAnOfficerHasSeenTheProof(String procedure, String whom, String reason) {
		CaseFile file = asked(procedure, Map.of("whom", whom, "other", OTHER));
		assertThat(steps(file)).containsExactly("entitled");
		assertThat(task(file).blind()).isFalse();
		file = pay(decide(file, "proved", reason));
		issued(file);
	}

	@Test
	void whoeverProvesNoKinshipIsRefusedAndTheRegistryIsNeverAsked() {
		CaseFile file = asked("birth-statement", Map.of("whom", "relative", "other", OTHER));
		file = decide(file, "not-proved", "degree");
		assertThat(file.end()).isEqualTo("end-refused");
		assertThat(file.visits()).extracting(Visit::step).containsExactly("entitled");
	}

	@Test
	void somebodyElsesNumberMustBeWrittenAndBeOne() {
		for (Map<String, String> inputs : List.of(Map.of("whom", "relative"), Map.of("whom", "relative", "other", "1234567890"))) {
			assertThat(cases.open(request("individual-extract", inputs))).isInstanceOfSatisfying(Result.Refused.class,
					refused -> assertThat(refused.refusal().code()).isEqualTo("number-needed"));
		}
	}

	@Test
	void aDocumentOfOursIsAttestedForWhomItWasIssuedTo() {
		String number = issued(pay(asked("individual-extract", Map.of("whom", "self")))).number();
		CaseFile file = pay(asked("foreign-attestation", Map.of("document", number.toLowerCase(java.util.Locale.ROOT), "country", "ألمانيا")));
		assertThat(issued(file).keyFields()).first().satisfies(field -> assertThat(field.value()).isEqualTo(number));
		String stranger = city.personas().get(1).person().id();
		assertThat(cases.open(new OpenCase(UUID.randomUUID().toString(), "foreign-attestation", Channel.PORTAL, stranger, null,
				Map.of("document", number, "country", "ألمانيا"), new Actor.Citizen(stranger)))).isInstanceOfSatisfying(Result.Refused.class,
						refused -> assertThat(refused.refusal().code()).isEqualTo("document-not-yours"));
	}

	@Test
	void aMartyrsFamilyIsRegisteredByTwoPeopleAndPaysNothing() {
		CaseFile file = asked("martyr-family-support",
				Map.of("martyrName", "مصطفى أحمد الصباغ", "martyredOn", "23/9/2016", "relation", "spouse", "dependants", "4"));
		assertThat(file.data()).containsKey("family");
		file = decide(file, "entitled", "kinship");
		file = decide(file, "registered", "conditions-met");
		assertThat(issued(file).number()).startsWith("MFS-");
	}

	private OpenCase request(String procedure, Map<String, String> inputs) {
		String person = city.personas().getFirst().person().id();
		return new OpenCase(UUID.randomUUID().toString(), procedure, Channel.PORTAL, person, null, inputs, new Actor.Citizen(person));
	}

	private CaseFile asked(String procedure, Map<String, String> inputs) {
		return cases.settled(cases.open(request(procedure, inputs)).orThrow().number(), PATIENCE).orElseThrow();
	}

	private CaseFile pay(CaseFile file) {
		var due = payments.due(file.number()).orElseThrow();
		payments.payInCash(UUID.randomUUID().toString(), due.id(), due.total().plus(Money.pounds(50)), cashier).orThrow();
		return cases.settled(file.number(), PATIENCE).orElseThrow();
	}

	private CaseFile decide(CaseFile file, String outcome, String reason) {
		Task task = task(file);
		cases.decide(new Decision(UUID.randomUUID().toString(), task.id(), new Actor.Officer(String.valueOf(task.officer())), outcome, reason,
				"as the file shows", null)).orThrow();
		return cases.settled(file.number(), PATIENCE).orElseThrow();
	}

	private IssuedDocument issued(CaseFile file) {
		assertThat(file.end()).isEqualTo("end-granted");
		IssuedDocument document = documents.forCase(file.number()).getFirst();
		assertThat(documents.verifyPdf(documents.pdf(document.number()).orElseThrow())).isInstanceOf(Verdict.Genuine.class);
		return document;
	}

	private Task task(CaseFile file) {
		return tasks.find(Optional.ofNullable(file.openVisits().getFirst().task()).orElseThrow()).orElseThrow();
	}

	private static List<String> steps(CaseFile file) {
		return file.openVisits().stream().map(Visit::step).toList();
	}
}
