package org.nafidha.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.nafidha.identity.PeopleRegistry;
import org.nafidha.identity.Person;
import org.nafidha.identity.Role;
import org.nafidha.identity.SignedIn;
import org.nafidha.journal.Entry;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.NationalNumber;
import org.nafidha.kernel.PersonName;
import org.nafidha.kernel.PropertyRef;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.kernel.Shares;
import org.nafidha.platform.Texts;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A property is 2400 shares: in the registrar's hands, and against anybody who writes past them. */
@CentreTest
class SharesRuleTests {

	private static final SignedIn.Staff REGISTRAR = new SignedIn.Staff("registrar-under-test", Set.of(Role.REGISTRAR));
	private static final AtomicInteger PARCEL = new AtomicInteger(7_000_000);

	@Autowired
	RegisterEntries entries;
	@Autowired
	TemporaryRegister register;
	@Autowired
	PeopleRegistry people;
	@Autowired
	Journal journal;
	@Autowired
	JdbcClient db;
	@Autowired
	TransactionTemplate transaction;
	@Autowired
	Texts texts;

	@Test
	void sevenHeirsOfASeventhEachAreTheWholeProperty() {
		String number = entries.register(sheet(Collections.nCopies(7, Shares.of(2400, 7))), REGISTRAR).orThrow();
		assertThat(register.byNumber(number)).hasValueSatisfying(sheet -> {
			assertThat(sheet.owners()).hasSize(7).allSatisfy(owner -> assertThat(owner.shares()).hasToString("342 6/7"));
			assertThat(sheet.isVerified()).isFalse();
		});
	}

	@Test
	void twentyFourHundredAndOneSharesAreRefusedWithTheirSum() {
		Result<String> answer = entries.register(sheet(List.of(Shares.of(1600), Shares.of(801))), REGISTRAR);
		assertThat(code(answer)).isEqualTo("register.shares-not-whole");
		assertThat(texts.text(Texts.ENGLISH, refusal(answer))).contains("2401").contains("2400");
		assertThat(texts.text(Texts.ARABIC, refusal(answer))).contains("2401").contains("2400");
	}

	@Test
	void aWholeShareTooSmallByAThirdIsRefusedWithItsSum() {
		Result<String> answer = entries.register(sheet(List.of(Shares.of(1600), Shares.of(2399, 3))), REGISTRAR);
		assertThat(refusal(answer).values()).containsEntry("sum", "2399 2/3");
	}

	@Test
	void aNewRightSupersedesTheOldAndTheOldStaysInTheBook() {
		List<NewOwner> owners = owners(List.of(Shares.of(1600), Shares.of(800)));
		String number = entries.register(sheetOf(owners), REGISTRAR).orThrow();
		List<NewOwner> buyers = owners(List.of(Shares.of(1000), Shares.of(600)));
		Result<String> answer = entries.transfer(transfer(number, owners.getFirst(), buyers), REGISTRAR);

		assertThat(answer).isEqualTo(Result.ok(number));
		assertThat(register.byNumber(number).orElseThrow().owners()).extracting(owner -> owner.shares().toString()).containsExactly("1000", "800",
				"600");
		assertThat(register.sheetsOf(owners.getFirst().personId())).isEmpty();
		assertThat(db.sql("select count(*) from register.ownership o join register.sheet s on s.id = o.sheet_id where s.number = ?").param(number)
				.query(Long.class).single()).isEqualTo(4);
		assertThat(journal.about(number)).extracting(Entry::kind).containsExactly("register.entered", "register.entered");
	}

	@Test
	void aTransferThatWouldMake2401SharesChangesNothing() {
		List<NewOwner> owners = owners(List.of(Shares.of(1600), Shares.of(800)));
		String number = entries.register(sheetOf(owners), REGISTRAR).orThrow();
		Result<String> answer = entries.transfer(transfer(number, owners.getFirst(), owners(List.of(Shares.of(1601)))), REGISTRAR);
		assertThat(refusal(answer).values()).containsEntry("sum", "2401");
		assertThat(register.byNumber(number).orElseThrow().owners()).hasSize(2);
		assertThat(journal.about(number)).hasSize(1);
	}

	@Test
	void aSignOfSeizureStopsATransferAndAMortgageDoesNot() {
		List<NewOwner> owners = owners(List.of(Shares.of(2400)));
		String number = entries.register(sheetOf(owners), REGISTRAR).orThrow();
		sign(number, "mortgage");
		List<NewOwner> buyers = owners(List.of(Shares.of(2400)));
		assertThat(entries.transfer(transfer(number, owners.getFirst(), buyers), REGISTRAR)).isEqualTo(Result.ok(number));
		sign(number, "seizure");
		assertThat(code(entries.transfer(transfer(number, buyers.getFirst(), owners), REGISTRAR))).isEqualTo("register.blocked-by-seizure");
	}

	@Test
	void nobodyGivesAwayWhatSomebodyElseOwnsAndOnlyARegistrarWrites() {
		List<NewOwner> owners = owners(List.of(Shares.of(2400)));
		String number = entries.register(sheetOf(owners), REGISTRAR).orThrow();
		List<NewOwner> stranger = owners(List.of(Shares.of(2400)));
		assertThat(code(entries.transfer(transfer(number, stranger.getFirst(), stranger), REGISTRAR))).isEqualTo("register.not-owner");
		SignedIn.Staff clerk = new SignedIn.Staff("clerk", Set.of(Role.CLERK));
		assertThat(code(entries.transfer(transfer(number, owners.getFirst(), stranger), clerk))).isEqualTo("register.not-registrar");
	}

	@Test
	void oneSheetAPropertyAndOnlyInKnownZones() {
		NewSheet sheet = sheet(List.of(Shares.of(2400)));
		entries.register(sheet, REGISTRAR).orThrow();
		assertThat(code(entries.register(sheet, REGISTRAR))).isEqualTo("register.sheet-exists");
		NewSheet nowhere = new NewSheet(new PropertyRef("9999", "1", null), null, "أرض", BigDecimal.TEN, sheet.owners(), sheet.deed(), sheet.since());
		assertThat(code(entries.register(nowhere, REGISTRAR))).isEqualTo("register.zone-unknown");
	}

	@Test
	void theDatabaseItselfRefusesSharesThatAreNotWhole() {
		String number = entries.register(sheet(List.of(Shares.of(1600), Shares.of(2400, 3))), REGISTRAR).orThrow();
		assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
			long entry = entry(number);
			own(number, entry, 1, 1);
		})).isInstanceOf(DataAccessException.class).hasMessageContaining("2401");
		assertThatThrownBy(() -> transaction.executeWithoutResult(status -> endOne(number, entry(number)))).isInstanceOf(DataAccessException.class)
				.hasMessageContaining("a property is 2400");
		assertThatThrownBy(() -> transaction.executeWithoutResult(status -> db.sql("""
				insert into register.sheet (number, zone, parcel, description, area_m2) values ('SM-999999999', '1', '6999999', 'بلا مالك', 1)""")
				.update()))
				.as("a sheet without owners").isInstanceOf(DataAccessException.class).hasMessageContaining("has no owners");
	}

	@Test
	void theDatabaseCountsInFractionsWithoutRounding() {
		String number = entries.register(sheet(Collections.nCopies(7, Shares.of(2400, 7))), REGISTRAR).orThrow();
		assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
			long entry = entry(number);
			endOne(number, entry);
			db.sql("""
					insert into register.ownership (sheet_id, person_id, owner_name, owner_key, numerator, denominator, entered_by)
					select id, 'p', 'n', 'n', 2399999999999999999999999, 7000000000000000000000, ? from register.sheet where number = ?""")
					.params(entry, number)
					.update();
		})).isInstanceOf(DataAccessException.class).hasMessageContaining("a property is 2400");
	}

	@Test
	void theApplicationCanNeitherRewriteNorEraseTheBook() {
		String number = entries.register(sheet(List.of(Shares.of(2400))), REGISTRAR).orThrow();
		String owned = " where sheet_id = (select id from register.sheet where number = '" + number + "')";
		for (String statement : List.of("update register.ownership set numerator = 1200" + owned,
				"update register.ownership set person_id = 'thief'" + owned,
				"delete from register.ownership" + owned, "update register.entry set deed_number = '1'" + owned, "delete from register.entry" + owned,
				"update register.sheet set parcel = '1' where number = '" + number + "'",
				"delete from register.sheet where number = '" + number + "'",
				"truncate register.sign", "delete from register.violation", "update register.violation set status = 'removed'",
				"alter table register.ownership disable trigger all", "set session_replication_role = replica",
				"drop trigger shares_are_whole on register.ownership")) {
			assertThatThrownBy(() -> db.sql(statement).update()).as(statement).isInstanceOf(DataAccessException.class)
					.hasStackTraceContaining(statement.startsWith("alter") || statement.startsWith("drop") ? "must be owner" : "permission denied");
		}
	}

	@Test
	void anEndedRightCannotBeRevived() {
		List<NewOwner> owners = owners(List.of(Shares.of(2400)));
		String number = entries.register(sheetOf(owners), REGISTRAR).orThrow();
		entries.transfer(transfer(number, owners.getFirst(), owners(List.of(Shares.of(2400)))), REGISTRAR).orThrow();
		assertThatThrownBy(
				() -> db.sql("update register.ownership set ended_by = null where person_id = ?").param(owners.getFirst().personId()).update())
				.hasStackTraceContaining("has ended");
	}

	private NewSheet sheet(List<Shares> shares) {
		return sheetOf(owners(shares));
	}

	private static NewSheet sheetOf(List<NewOwner> owners) {
		PropertyRef property = new PropertyRef("1", Integer.toString(PARCEL.incrementAndGet()), "1+9");
		return new NewSheet(property, "الأول", "دار سكنية", new BigDecimal("118.40"), owners, deed(), LocalDate.of(2026, 1, 4));
	}

	private static Transfer transfer(String number, NewOwner from, List<NewOwner> to) {
		return new Transfer(number, Set.of(from.personId()), to, deed(), LocalDate.of(2026, 2, 1));
	}

	private static Deed deed() {
		return new Deed(Deed.Kind.SALE, "412", LocalDate.of(2025, 12, 30));
	}

	private List<NewOwner> owners(List<Shares> shares) {
		List<NewOwner> owners = new ArrayList<>();
		for (Shares part : shares) {
			String id = UUID.randomUUID().toString();
			String number = String.format(java.util.Locale.ROOT, "13%09d", PARCEL.incrementAndGet());
			people.add(new Person(id, new NationalNumber(number), new PersonName("نور", "الاختبار", "أحمد", null), null, null, null)).orThrow();
			owners.add(new NewOwner(id, "نور بن أحمد الاختبار", part));
		}
		return owners;
	}

	private long entry(String number) {
		return db.sql("""
				insert into register.entry (sheet_id, deed_kind, deed_number, deed_date, since, entered_at, entered_by)
				select id, 'sale', '1', date '2026-01-01', date '2026-01-01', now(), 'officer:x' from register.sheet where number = ? returning id""")
				.param(number).query(Long.class).single();
	}

	private void own(String number, long entry, long numerator, long denominator) {
		db.sql("""
				insert into register.ownership (sheet_id, person_id, owner_name, owner_key, numerator, denominator, entered_by)
				select id, 'p', 'n', 'n', ?, ?, ? from register.sheet where number = ?""").params(numerator, denominator, entry, number).update();
	}

	private void endOne(String number, long entry) {
		db.sql("""
				update register.ownership set ended_by = ? where id = (select min(o.id) from register.ownership o
				join register.sheet s on s.id = o.sheet_id where s.number = ? and o.ended_by is null)""").params(entry, number).update();
	}

	private void sign(String number, String kind) {
		long entry = entry(number);
		db.sql("insert into register.sign (sheet_id, kind, in_favour_of, entered_by) select id, ?, 'جهة', ? from register.sheet where number = ?")
				.params(kind, entry, number).update();
	}

	private static String code(Result<?> answer) {
		return refusal(answer).code();
	}

	private static Refusal refusal(Result<?> answer) {
		return answer instanceof Result.Refused<?>(Refusal refusal) ? refusal : Refusal.of("none: " + answer);
	}
}
