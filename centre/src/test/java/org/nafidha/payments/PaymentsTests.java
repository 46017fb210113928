package org.nafidha.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.OpenCase;
import org.nafidha.identity.Role;
import org.nafidha.identity.SignedIn;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Money;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The fee of the procedure test-fee: 500 to the council and 100 to the treasury. */
@CentreTest
class PaymentsTests {

	private static final AtomicInteger DESK = new AtomicInteger(20);

	@Autowired
	Payments payments;
	@Autowired
	Cases cases;
	@Autowired
	Journal journal;
	@Autowired
	JdbcClient db;

	private final String person = UUID.randomUUID().toString();
	private final SignedIn.Staff cashier = new SignedIn.Staff("cashier-" + person, Set.of(Role.CASHIER));
	private int desk;

	@BeforeEach
	void theDeskIsOpen() {
		desk = payments.open(DESK.incrementAndGet(), cashier).orThrow();
	}

	@Test
	void theFeeIsAssessedByTheProceduresFormulasAndPostedInBalance() {
		Charge charge = due(open());
		assertThat(charge.lines()).extracting(line -> line.account() + " " + line.amount()).containsExactly("council 500", "treasury 100");
		assertThat(charge.total()).isEqualTo(Money.pounds(600));
		assertThat(postings(charge)).containsExactlyInAnyOrder("receivable 60000", "council -50000", "treasury -10000");
	}

	@Test
	void cashMovesTheCaseOnAndGivesANumberedReceiptWithChange() {
		CaseFile file = open();
		Receipt receipt = payments.payInCash("k", due(file).id(), Money.pounds(1000), cashier).orThrow();
		assertThat(receipt.number()).isEqualTo(desk + "-0000001");
		assertThat(receipt.change()).isEqualTo(Money.pounds(400));
		assertThat(cases.find(file.number()).orElseThrow().end()).isEqualTo("end-granted");
		assertThat(payments.receipt(receipt.number())).contains(receipt);
		assertThat(journal.about(receipt.number())).extracting("kind").containsExactly("payment.received");
		assertThat(postings(payments.charge(receipt.charge()).orElseThrow())).contains("cash/" + desk + " 60000", "receivable -60000");
	}

	@Test
	void aRepeatedClickGivesTheSameReceiptAndAnotherPaymentIsRefused() {
		String charge = due(open()).id();
		Receipt first = payments.payInCash("k", charge, Money.pounds(600), cashier).orThrow();
		assertThat(payments.payInCash("k", charge, Money.pounds(600), cashier).orThrow()).isEqualTo(first);
		String another = due(open()).id();
		assertThat(payments.payInCash("k", another, Money.pounds(600), cashier).orThrow().charge()).as("a receipt is of its own charge")
				.isEqualTo(another);
		assertThat(code(payments.payInCash("other", charge, Money.pounds(600), cashier))).isEqualTo("charge.paid");
	}

	@Test
	void tooLittleMoneyAClosedDeskAndAnUnknownChargeAreRefusedAndNothingIsLeftBehind() {
		Charge charge = due(open());
		assertThat(code(payments.payInCash("a", charge.id(), Money.of(new java.math.BigDecimal("599.99")), cashier))).isEqualTo("cash.too-little");
		SignedIn.Staff without = new SignedIn.Staff("without-desk", Set.of(Role.CASHIER));
		assertThat(code(payments.payInCash("b", charge.id(), Money.pounds(600), without))).isEqualTo("desk.closed");
		assertThat(code(payments.payInCash("c", "2026-000000-0/pay/1", Money.pounds(600), cashier))).isEqualTo("charge.unknown");
		assertThat(payments.due(charge.caseNumber())).contains(charge);
	}

	@Test
	void whoIsNoCashierNeitherOpensADeskNorTakesMoney() {
		SignedIn.Staff clerk = new SignedIn.Staff("clerk-" + person, Set.of(Role.CLERK));
		assertThat(code(payments.open(96, clerk))).isEqualTo("cash.not-cashier");
		assertThat(code(payments.payInCash("k", due(open()).id(), Money.pounds(600), clerk))).isEqualTo("cash.not-cashier");
	}

	@Test
	void aLapsedChargeIsTakenBackFromTheBooksAndCannotBePaid() {
		Charge charge = due(open());
		cases.completeAutomation(charge.id(), "lapsed", Map.of(), new Actor.System("test")).orThrow();
		assertThat(code(payments.payInCash("k", charge.id(), Money.pounds(600), cashier))).isEqualTo("charge.lapsed");
		assertThat(db.sql(
				"select account from payments.posting p join payments.booking b on b.id = p.booking where b.charge = ? group by account having sum(amount) <> 0")
				.param(charge.id()).query(String.class).list()).isEmpty();
	}

	@Test
	void manyHandsOnOneChargeGiveExactlyOneReceiptAndNoNumberIsLost() throws Exception {
		String charge = due(open()).id();
		List<Callable<Result<Receipt>>> calls = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			String key = "k" + i;
			calls.add(() -> payments.payInCash(key, charge, Money.pounds(600), cashier));
		}
		List<Result<Receipt>> results = together(calls);
		assertThat(results.stream().filter(Result.Ok.class::isInstance)).hasSize(1);
		Receipt next = payments.payInCash("next", due(open()).id(), Money.pounds(600), cashier).orThrow();
		assertThat(next.number()).isEqualTo(desk + "-0000002");
	}

	@Test
	void aDeskBelongsToOneCashierAtATime() {
		SignedIn.Staff other = new SignedIn.Staff("other-" + person, Set.of(Role.CASHIER));
		assertThat(code(payments.open(desk, other))).isEqualTo("desk.taken");
		payments.leave(cashier);
		assertThat(payments.open(desk, other).orThrow()).isEqualTo(desk);
		assertThat(code(payments.open(100, other))).isEqualTo("desk.unknown");
	}

	@Test
	void theApplicationCanNeitherUnbalanceNorRewriteTheBooks() {
		Charge charge = due(open());
		assertThatThrownBy(() -> db.sql("update payments.posting set amount = 1").update()).hasStackTraceContaining("permission denied");
		assertThatThrownBy(() -> db.sql("delete from payments.receipt").update()).hasStackTraceContaining("permission denied");
		assertThatThrownBy(() -> db.sql("""
				insert into payments.posting (booking, account, amount, currency)
				select id, 'pocket', 1, 'SYP' from payments.booking where charge = ?
				""").param(charge.id()).update()).hasStackTraceContaining("does not balance");
	}

	private CaseFile open() {
		return cases.open(new OpenCase(UUID.randomUUID().toString(), "test-fee", Channel.COUNTER, person, null, Map.of("note", "n"),
				new Actor.Citizen(person))).orThrow();
	}

	private Charge due(CaseFile file) {
		return payments.due(file.number()).orElseThrow();
	}

	private List<String> postings(Charge charge) {
		return db.sql("select account || ' ' || amount from payments.posting p join payments.booking b on b.id = p.booking where b.charge = ?")
				.param(charge.id()).query(String.class).list();
	}

	private static <T> List<T> together(List<Callable<T>> calls) throws Exception {
		List<T> results = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
			for (Future<T> result : threads.invokeAll(calls)) {
				results.add(result.get());
			}
		}
		return results;
	}

	private static String code(Result<?> result) {
		return result instanceof Result.Refused<?> refused ? refused.refusal().code() : "accepted";
	}
}
