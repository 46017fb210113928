package org.nafidha.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.documents.PublicKeys;
import org.nafidha.documents.Verdict;
import org.nafidha.documents.paper.Read;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.platform.CentreProperties;
import org.nafidha.platform.FileStore;
import org.nafidha.procedures.Automation;
import org.nafidha.procedures.Procedures;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A licence for a certain time says until when, and is told from one that holds once that day is over. */
@CentreTest
class ExpiryTests {

	private static final Duration A_SECOND = Duration.ofSeconds(1);

	@Autowired
	Issuing issuing;
	@Autowired
	DocumentRegister register;
	@Autowired
	KeyRegister keys;
	@Autowired
	PublicKeys published;
	@Autowired
	CentreProperties centre;
	@Autowired
	Procedures procedures;
	@Autowired
	FileStore files;

	@Test
	void itHoldsUntilTheEndOfTheDayBeforeTheSameDayOfTheYearAfter() throws Exception {
		IssuedDocument licence = licence(12);
		LocalDate issuedOn = licence.issuedAt().atZone(centre.zone()).toLocalDate();
		Instant end = Objects.requireNonNull(licence.expiresAt());
		assertThat(end).isEqualTo(issuedOn.plusYears(1).atStartOfDay(centre.zone()).toInstant());
		byte[] pdf = files.get(Objects.requireNonNull(licence.pdfSha256())).orElseThrow();
		LocalDate lastDay = issuedOn.plusYears(1).minusDays(1);
		// within Arabic words this reader tells the parts of a date from right to left, as it finds them on the page
		assertThat(Read.text(pdf)).containsAnyOf(lastDay.toString(), lastDay.format(DateTimeFormatter.ofPattern("dd-MM-uuuu", Locale.ROOT)));
		assertThat(register.byNumber(licence.number()).orElseThrow().data()).contains("\"expiresAt\":\"" + end + "\"");
		assertThat(at(end.minus(A_SECOND)).file(pdf)).isInstanceOfSatisfying(Verdict.Genuine.class,
				genuine -> assertThat(genuine.facts().lastMoment()).isEqualTo(end.minus(A_SECOND)));
		assertThat(at(end).file(pdf)).isInstanceOfSatisfying(Verdict.Expired.class,
				expired -> assertThat(expired.facts().lastMoment()).isEqualTo(end.minus(A_SECOND)));
		assertThat(at(end).number(licence.number())).isInstanceOf(Verdict.Expired.class);
		assertThat(published.statusJson(licence.number())).contains("\"expiresAt\":\"" + end + "\"", "\"status\":\"valid\"");
	}

	@Test
	void aServiceThatBuildsOnItDoesNotTakeItAfterwards() {
		IssuedDocument licence = licence(12);
		Instant end = Objects.requireNonNull(licence.expiresAt());
		assertThat(lookedUp(licence, end.minus(A_SECOND))).isEqualTo(true);
		assertThat(lookedUp(licence, end)).isEqualTo(false);
	}

	@Test
	void whatHasNoMonthsHoldsWithoutEnd() {
		IssuedDocument licence = licence(0);
		assertThat(licence.expiresAt()).isNull();
		assertThat(at(Instant.now().plus(Duration.ofDays(36_500))).number(licence.number())).isInstanceOf(Verdict.Genuine.class);
		assertThat(register.byNumber(licence.number()).orElseThrow().data()).doesNotContain("expiresAt");
	}

	private Verification at(Instant now) {
		return new Verification(register, keys, centre, InstantSource.fixed(now));
	}

	private Object lookedUp(IssuedDocument licence, Instant now) {
		Automation.Call call = new Automation.Call(UUID.randomUUID().toString(), "2026-000001-0", "look", procedures.current("appeal").orElseThrow(),
				new Automation.CaseApplicant("person-1", null), Map.of("number", licence.number(), "personId", "person-1"), Map.of());
		return ((Automation.Answer.Done) new DocumentLookUp(register, centre, InstantSource.fixed(now)).run(call)).outputs().get("valid");
	}

	private IssuedDocument licence(int months) {
		Map<String, Object> fields = Map.ofEntries(Map.entry("holder", "هاني صقال"), Map.entry("trade", "بقالية"), Map.entry("tradeName", ""),
				Map.entry("kind", "مؤقت لمدة سنة من تاريخ صدوره"), Map.entry("place", "محل مرخص"), Map.entry("workers", "2"),
				Map.entry("reference", "2/2533/1"), Map.entry("zoneName", "الثانية"), Map.entry("parcel", "2533"), Map.entry("section", "1"),
				Map.entry("planning", "تجاري"), Map.entry("rule", "تُسمح في المحلات"), Map.entry("ruleLegal", "القرار 79"),
				Map.entry("temporary", true));
		Map<String, Object> print = Map.of("office", "شعبة التراخيص الإدارية", "signatory", "رئيس الشعبة", "receipt", "", "fee", "0");
		return issuing.issue(UUID.randomUUID().toString(), new Draft("ADL", new LocalizedText("ترخيص إداري", "Administrative licence"),
				"administrative-licence", 4, "administrative-licence", "2026-000001-0", "person-1", months, fields, List.of(), print));
	}
}
