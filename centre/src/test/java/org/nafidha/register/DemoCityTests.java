package org.nafidha.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nafidha.identity.People;
import org.nafidha.identity.Role;
import org.nafidha.identity.SignedIn;
import org.nafidha.journal.Entry;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.PropertyRef;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.platform.Texts;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@CentreTest
class DemoCityTests {

	private static final SignedIn.Staff READER = new SignedIn.Staff("reader-under-test", java.util.Set.of(Role.REGISTRAR));

	@Autowired
	DemoCity city;
	@Autowired
	TemporaryRegister register;
	@Autowired
	Violations violations;
	@Autowired
	People people;
	@Autowired
	Journal journal;
	@Autowired
	Texts texts;
	@Autowired
	JdbcClient db;
	@Autowired
	TransactionTemplate transaction;

	@Test
	void theCityIsLoadedOnceMarkedAsInventedAndWrittenDownInOneEntry() {
		assertThat(db.sql("select count(*) from register.sheet where invented").query(Long.class).single()).isEqualTo(400);
		assertThat(db.sql("select count(*) from register.violation where not invented and entered_by like 'system:%'").query(Long.class).single())
				.isZero();
		List<Entry> entries = journal.about("demo-city");
		assertThat(entries).extracting(Entry::kind).containsExactly("register.demo-city-loaded");
		assertThat(entries.getFirst().facts()).contains("\"seed\":2026", "\"sheets\":400").containsPattern("\"digest\":\"[0-9a-f]{64}\"");
	}

	@Test
	void everyPersonaIsKnownAndOwnsTheirProperty() {
		assertThat(city.personas()).hasSize(5).allSatisfy(persona -> {
			assertThat(people.byNationalNumber(persona.person().nationalNumber())).contains(persona.person());
			Sheet sheet = register.sheet(persona.property()).orElseThrow();
			assertThat(sheet.number()).isEqualTo(persona.sheetNumber());
			assertThat(sheet.isOwnedBy(persona.person().id())).isTrue();
			assertThat(register.sheetsOf(persona.person().id())).extracting(Holding::sheetNumber).contains(persona.sheetNumber());
			assertThat(texts.has(Texts.ARABIC, "register.persona." + persona.key())).isTrue();
		});
	}

	@Test
	void thePersonasShowWhatTheirKeysSay() {
		assertThat(sheet("sole-owner").owners().getFirst().shares().isWhole()).isTrue();
		assertThat(sheet("heir-of-seven").owners()).hasSize(7).allSatisfy(owner -> assertThat(owner.shares()).hasToString("342 6/7"));
		assertThat(sheet("unverified-sheet").isVerified()).isFalse();
		assertThat(violations.of(persona("with-violations").property())).hasSize(2).extracting(Violation::unclear).containsExactly(false, true);
		assertThat(sheet("mortgaged").signs()).singleElement().satisfies(sign -> assertThat(sign.kind()).isEqualTo(Sign.Kind.MORTGAGE));
	}

	@Test
	void aSectionBearsTheViolationsOfItsWholeParcelButNotItsNeighbours() {
		PropertyRef flat = persona("with-violations").property();
		assertThat(violations.of(new PropertyRef(flat.zone(), flat.parcel(), "6"))).isEmpty();
		assertThat(violations.of(new PropertyRef(flat.zone(), flat.parcel(), null))).hasSize(2);
		db.sql("""
				insert into register.violation (zone, parcel, section, kind, status, unclear, entered_at, entered_by)
				values ('1', '6500001', null, 'structure', 'standing', false, now(), 'officer:x')""").update();
		assertThat(violations.of(new PropertyRef("1", "6500001", "3"))).singleElement()
				.satisfies(violation -> assertThat(violation.property()).hasToString("1/6500001"));
	}

	@Test
	void theIndexFindsAnOwnerInAnySpellingAndOrderAndWritesTheSearchDown() {
		for (String typed : List.of("محمد نور الحلبي", "الحلبى محمّد نـور", "محمد نور بن عبد القادر الحلبي", "عبدالقادر الحلبي نور")) {
			assertThat(search(typed)).as(typed).extracting(IndexEntry::sheetNumber).contains("SM-004127");
		}
		assertThat(search("محمد نور اللبابيدي القدسي")).isEmpty();
		assertThat(journal.about("alphabetical-index")).last().satisfies(entry -> {
			assertThat(entry.kind()).isEqualTo("register.searched");
			assertThat(entry.actor()).isEqualTo("officer:reader-under-test");
			assertThat(entry.facts()).contains("court order 12");
		});
	}

	@Test
	void theIndexNeedsANameAndAPurpose() {
		assertThat(refusal(register.alphabeticalIndex(" ا ", READER, "x"))).isEqualTo("register.name-too-short");
		assertThat(refusal(register.alphabeticalIndex("الحلبي", READER, " "))).isEqualTo("register.purpose-missing");
	}

	@Test
	void anUnknownPropertyHasNoSheet() {
		assertThat(register.sheet(new PropertyRef("1", "6400000", null))).isEmpty();
		assertThat(register.byNumber("SM-000000")).isEmpty();
	}

	private List<IndexEntry> search(String typed) {
		return transaction.execute(status -> register.alphabeticalIndex(typed, READER, "court order 12").orThrow());
	}

	private Sheet sheet(String key) {
		return register.sheet(persona(key).property()).orElseThrow();
	}

	private Persona persona(String key) {
		return city.personas().stream().filter(p -> p.key().equals(key)).findFirst().orElseThrow();
	}

	private static String refusal(Result<?> answer) {
		return answer instanceof Result.Refused<?>(Refusal refusal) ? refusal.code() : "none";
	}
}
