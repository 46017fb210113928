package org.nafidha;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.Decision;
import org.nafidha.cases.OpenCase;
import org.nafidha.documents.Documents;
import org.nafidha.identity.PeopleRegistry;
import org.nafidha.identity.Person;
import org.nafidha.identity.Role;
import org.nafidha.identity.SignedIn;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.NationalNumber;
import org.nafidha.kernel.PersonName;
import org.nafidha.kernel.PropertyRef;
import org.nafidha.kernel.Shares;
import org.nafidha.payments.Payments;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.procedures.Step;
import org.nafidha.register.Deed;
import org.nafidha.register.NewOwner;
import org.nafidha.register.NewSheet;
import org.nafidha.register.RegisterEntries;
import org.nafidha.register.Transfer;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Days lie between a request and its document: the document says what the books say on its own day. */
@CentreTest
class BooksOfTheDayTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);
	private static final AtomicInteger NUMBER = new AtomicInteger(8_100_000);
	private static final SignedIn.Staff REGISTRAR = new SignedIn.Staff("books-registrar", Set.of(Role.REGISTRAR));
	private static final Deed DEED = new Deed(Deed.Kind.SALE, "77", LocalDate.of(2026, 1, 4));

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
	RegisterEntries entries;
	@Autowired
	PeopleRegistry people;
	@Autowired
	JdbcClient db;

	private final SignedIn.Staff cashier = new SignedIn.Staff("books-cashier", Set.of(Role.CASHIER));
	private final PropertyRef property = new PropertyRef("1", Integer.toString(NUMBER.incrementAndGet()), "2");
	private NewOwner owner;
	private String sheet;

	@BeforeEach
	void aSheetWithOneOwnerAndAnOpenDesk() {
		payments.open(94, cashier).orThrow();
		owner = person();
		sheet = entries.register(new NewSheet(property, "الأول", "دار سكنية", new BigDecimal("90.00"), List.of(owner), DEED, DEED.date()), REGISTRAR)
				.orThrow();
	}

	@Test
	void whoSoldMeanwhileGetsNoStatementBeforeARegistrarHasLooked() {
		CaseFile file = decide(pay(ask("temporary-register-statement")), "matches");
		entries.transfer(new Transfer(sheet, Set.of(owner.personId()), List.of(person()), DEED, DEED.date()), REGISTRAR).orThrow();
		file = decide(file, "matches");
		assertThat(file.openVisits()).singleElement().satisfies(visit -> assertThat(visit.step()).isEqualTo("recheck"));
		assertThat(journal.about(file.number())).last().satisfies(entry -> assertThat(entry.facts()).contains("\"changed\":[\"sheet\"]"));
		assertThat(decide(file, "no-longer").end()).isEqualTo("end-refused");
		assertThat(documents.forCase(file.number())).isEmpty();
	}

	@Test
	void aViolationRecordedAfterTheDecisionIsLookedAtAndThenStated() {
		record("standing");
		CaseFile file = decide(ask("violations-statement"), "confirm");
		record("contested");
		file = pay(file);
		assertThat(file.openVisits()).singleElement().satisfies(visit -> assertThat(visit.step()).isEqualTo("recheck"));
		file = decide(file, "confirm");
		assertThat(file.end()).isEqualTo("end-granted");
		assertThat(documents.forCase(file.number())).hasSize(1);
		assertThat(file.data().get("violations")).isInstanceOfSatisfying(Map.class, now -> assertThat(now.get("count")).hasToString("2"));
	}

	@Test
	void whatNobodyDecidedOnIsSimplyStatedAsItIsNow() {
		CaseFile file = ask("violations-statement");
		entries.transfer(new Transfer(sheet, Set.of(owner.personId()), List.of(owner), new Deed(Deed.Kind.GIFT, "78", DEED.date()), DEED.date()),
				REGISTRAR)
				.orThrow();
		file = pay(file);
		assertThat(file.end()).isEqualTo("end-granted");
		assertThat(file.data().get("sheet")).isInstanceOfSatisfying(Map.class, now -> assertThat(now.get("owners").toString()).contains("78/2026"));
	}

	private void record(String status) {
		db.sql("""
				insert into register.violation (zone, parcel, section, kind, status, unclear, entered_at, entered_by)
				values (?, ?, null, 'structure', ?, false, now(), 'officer:x')""").params(property.zone(), property.parcel(), status).update();
	}

	private NewOwner person() {
		String id = UUID.randomUUID().toString();
		NationalNumber number = new NationalNumber(String.format(java.util.Locale.ROOT, "12%09d", NUMBER.incrementAndGet()));
		people.add(new Person(id, number, new PersonName("سلمى", "الدفتري", "عمر", null), null, null, null)).orThrow();
		return new NewOwner(id, "سلمى بنت عمر الدفتري", Shares.of(2400));
	}

	private CaseFile ask(String procedure) {
		return cases.open(new OpenCase(UUID.randomUUID().toString(), procedure, Channel.PORTAL, owner.personId(), null,
				Map.of("property", property.toString(), "purpose", "bank"), new Actor.Citizen(owner.personId()))).orThrow();
	}

	private CaseFile pay(CaseFile file) {
		var due = payments.due(file.number()).orElseThrow();
		payments.payInCash(UUID.randomUUID().toString(), due.id(), due.total(), cashier).orThrow();
		return cases.settled(file.number(), PATIENCE).orElseThrow();
	}

	private CaseFile decide(CaseFile file, String outcome) {
		Task task = tasks.find(Optional.ofNullable(file.openVisits().getFirst().task()).orElseThrow()).orElseThrow();
		Step.Review step = (Step.Review) Optional.ofNullable(cases.procedureOf(file).steps().get(task.step())).orElseThrow();
		String reason = step.outcomes().stream().filter(o -> o.id().equals(outcome)).findFirst().orElseThrow().reasons().getFirst().code();
		Actor.Officer officer = new Actor.Officer(String.valueOf(task.officer()));
		CaseFile after = cases.decide(new Decision(UUID.randomUUID().toString(), task.id(), officer, outcome, reason, null, null)).orThrow();
		return cases.settled(after.number(), PATIENCE).orElseThrow();
	}
}
