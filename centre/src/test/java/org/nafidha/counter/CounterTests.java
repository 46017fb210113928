package org.nafidha.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.nafidha.cases.Cases;
import org.nafidha.cases.OpenCase;
import org.nafidha.kernel.Actor;
import org.nafidha.procedures.Procedure.Channel;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nafidha.cases.CaseFile;
import org.nafidha.journal.Entry;
import org.nafidha.journal.Journal;
import org.nafidha.payments.Payments;
import org.nafidha.register.DemoCity;
import org.nafidha.register.Persona;
import org.nafidha.testing.CentreTest;
import org.nafidha.testing.Refusals;
import org.nafidha.testing.SignIn;
import org.nafidha.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The counter over HTTP: from a national number to a receipt. */
@CentreTest
class CounterTests {

	private static final AtomicInteger DESK = new AtomicInteger(60);

	@Autowired
	SignIn signIn;
	@Autowired
	DemoCity city;
	@Autowired
	Journal journal;
	@Autowired
	Payments payments;
	@Autowired
	Refusals refusals;
	@Autowired
	Cases cases;
	@LocalServerPort
	int port;

	private Visitor clerk;

	@BeforeEach
	void theClerkSignsInAndOpensACashDesk() {
		clerk = new Visitor(port).with(signIn.staff("reem"));
		clerk.get("/counter");
		assertThat(post("/counter", "desk", Integer.toString(DESK.incrementAndGet())).statusCode()).isEqualTo(302);
	}

	@Test
	void aPersonIsIdentifiedInArabicDigitsAndTheLookIsWrittenDown() {
		Persona persona = persona("sole-owner");
		String page = get(identify("٠٢٠٢٠٤٥٦٧٨٩"));
		assertThat(page).contains("سمر", "الكيالي", "بيان سجل مؤقت").doesNotContain("02020456789");
		assertThat(journal.about(persona.person().id())).extracting(Entry::kind).contains("counter.identified");
	}

	@Test
	void aWrongNumberIsExplainedAtItsFieldAndKept() {
		String page = post("/counter", "key", key(), "national", "0202045678").body();
		assertThat(page).contains("national-error", "value=\"0202045678\"");
	}

	@Test
	void anUnknownPropertyIsExplainedAtItsFieldAndNothingTypedIsLost() {
		String form = identify(persona("sole-owner").person().nationalNumber().digits()) + "/services/temporary-register-statement";
		String page = post(form, "key", key(), "property.zone", "1", "property.parcel", "6400001", "property.section", "7", "purpose", "bank").body();
		assertThat(page).contains("property-error", "value=\"6400001\"", "value=\"bank\" checked");
		assertThat(page).contains("1/6400001/7");
	}

	@Test
	void aServiceThatIsNotThereYetIsNamedWithItsReasonAndCannotBeOpened() {
		String visit = identify(persona("sole-owner").person().nationalNumber().digits());
		assertThat(get(visit)).contains("مخطط استقامة", "غير متاحة بعد", visit + "/services/building-licence")
				.doesNotContain("/services/alignment-plan");
		assertThat(clerk.get(visit + "/services/alignment-plan").statusCode()).isEqualTo(404);
	}

	@Test
	void moneyIsTakenOnceAndTheReceiptIsPrinted() {
		String matter = open(persona("unverified-sheet"), "9", "3301", "2");
		String page = get(matter);
		String charge = find(page, "name=\"charge\" value=\"([^\"]+)\"");
		String key = key();
		assertThat(post(matter, "key", key, "charge", charge, "received", "٥٠٠").body()).contains("received-error", "value=\"٥٠٠\"");
		assertThat(post(matter, "key", key, "charge", charge, "received", "1,000").statusCode()).isEqualTo(302);
		assertThat(post(matter, "key", key, "charge", charge, "received", "1,000").statusCode()).as("a repeated click").isEqualTo(302);
		String receipt = String.valueOf(payments.charge(charge).orElseThrow().receipt());
		assertThat(get(matter)).contains(receipt);
		assertThat(get(matter + "/receipts/" + receipt)).contains(receipt, "1,000", "400");
		assertThat(clerk.get(matter + "/receipts/7-9999999").statusCode()).isEqualTo(404);
	}

	@Test
	void whoWasRefusedAppealsAtTheCounterFromTheRefusedCase() {
		Persona persona = persona("sole-owner");
		CaseFile refused = refusals.refused(persona.person().id());
		String visit = identify(persona.person().nationalNumber().digits());
		assertThat(get(visit)).as("an appeal is no service of its own").doesNotContain("/services/appeal");
		String matter = visit + "/cases/" + refused.number();
		assertThat(get(matter)).contains("تظلّم من الرفض");
		String key = key();
		assertThat(post(matter + "/appeal", "key", key, "ground", "facts", "reasons", "").body()).contains("reasons-error",
				"value=\"facts\" checked");
		String appeal = location(post(matter + "/appeal", "key", key, "ground", "facts", "reasons", "لم يُنظر في الورقة"));
		assertThat(get(appeal)).contains("لم يُنظر في الورقة").as("what taking it back would mean").contains("لكل معاملة تظلّم واحد");
		assertThat(location(post(matter + "/appeal", "key", key, "ground", "facts", "reasons", "لم يُنظر في الورقة"))).isEqualTo(appeal);
		assertThat(get(matter)).doesNotContain("تظلّم من الرفض");
		assertThat(post(matter + "/appeal", "key", key(), "ground", "law", "reasons", "again").body()).contains("قُدّم تظلّم من هذه المعاملة من قبل");
	}

	@Test
	void anApplicationThatAnOfficerHasIsTakenBackAtTheCounter() {
		Persona persona = persona("with-violations");
		CaseFile file = cases.open(new OpenCase(key(), "minor-repair-licence", Channel.PORTAL, persona.person().id(), null,
				Map.of("property", persona.property().toString(), "repair", "doors", "details", "باب قديم", "days", "3"),
				new Actor.Citizen(persona.person().id()))).orThrow();
		String matter = identify(persona.person().nationalNumber().digits()) + "/cases/" + file.number();
		assertThat(get(matter)).contains("سحب الطلب");
		String key = key();
		assertThat(location(post(matter + "/withdrawal", "key", key))).isEqualTo(matter);
		assertThat(location(post(matter + "/withdrawal", "key", key))).as("a second click").isEqualTo(matter);
		assertThat(get(matter)).doesNotContain("/withdrawal");
		assertThat(post(matter + "/withdrawal", "key", key()).body()).contains("class=\"errors\"");
	}

	@Test
	void aRepeatedClickOpensOneCase() {
		String form = identify(persona("mortgaged").person().nationalNumber().digits()) + "/services/temporary-register-statement";
		String[] fields = {"key", key(), "property.zone", "2", "property.parcel", "2533", "property.section", "1+9", "purpose", "sale"};
		String first = location(post(form, fields));
		assertThat(location(post(form, fields))).isEqualTo(first);
	}

	@Test
	void theOldFormUnderAnotherNumberBringsThatPersonAndNotTheFormerOne() {
		String key = key();
		String former = location(post("/counter", "key", key, "national", persona("sole-owner").person().nationalNumber().digits()));
		Persona other = persona("mortgaged");
		String visit = location(post("/counter", "key", key, "national", other.person().nationalNumber().digits()));
		assertThat(visit).isNotEqualTo(former);
		assertThat(get(visit)).contains(other.person().name().family()).doesNotContain("الكيالي");
		assertThat(location(post("/counter", "key", key, "national", other.person().nationalNumber().digits()))).isEqualTo(visit);
	}

	@Test
	void whoeverHasLeftCannotBeReachedByTheBrowsersBack() {
		String first = identify(persona("sole-owner").person().nationalNumber().digits());
		String second = identify(persona("mortgaged").person().nationalNumber().digits());
		assertThat(location(clerk.get(first))).endsWith("/counter?over");
		assertThat(location(post(first + "/services/temporary-register-statement", "key", key()))).endsWith("/counter?over");
		assertThat(get("/counter?over")).contains("انتهت تلك الزيارة");
		assertThat(location(post("/counter", "next", "1"))).endsWith("/counter");
		assertThat(location(clerk.get(second))).as("F2 ends a visit").endsWith("/counter?over");
	}

	@Test
	void openingTheCashDeskKeepsThePersonOnTheScreen() {
		post("/counter", "leave", "1");
		String visit = identify(persona("sole-owner").person().nationalNumber().digits());
		String id = visit.substring(visit.lastIndexOf('/') + 1);
		String here = visit + "/services/violations-statement";
		assertThat(post("/counter", "desk", "x", "visit", id, "at", here).body()).contains("desk-error", "الكيالي");
		String desk = Integer.toString(DESK.incrementAndGet());
		assertThat(location(post("/counter", "desk", desk, "visit", id, "at", "//elsewhere.example"))).endsWith(visit);
		post("/counter", "leave", "1");
		assertThat(location(post("/counter", "desk", desk, "visit", id, "at", here))).endsWith(here);
	}

	@Test
	void anotherClerkCannotUseTheVisit() {
		String visit = identify(persona("sole-owner").person().nationalNumber().digits());
		Visitor other = new Visitor(port).with(signIn.staff("nour"));
		assertThat(location(other.get(visit))).endsWith("/counter?over");
	}

	@Test
	void somebodyUnknownIsEnteredFromTheIdentityCard() {
		String number = "03" + Long.toString(100_000_000L + Math.abs(UUID.randomUUID().getMostSignificantBits() % 800_000_000L));
		assertThat(post("/counter", "key", key(), "national", number).body()).contains("name=\"given\"", "value=\"" + number + "\"");
		String[] card = {"key", key(), "national", number, "given", "هالة", "father", "سعيد", "family", "الشامي", "mother", "ندى الخطيب", "born",
				"14/3/1987", "mobile", ""};
		String visit = location(post("/counter", card));
		assertThat(get(visit)).contains("هالة", "الشامي");
		card[card.length - 1] = "12";
		card[1] = key();
		assertThat(post("/counter", card).body()).contains("mobile-error", "value=\"هالة\"");
	}

	private String open(Persona persona, String zone, String parcel, String section) {
		String visit = identify(persona.person().nationalNumber().digits());
		return location(post(visit + "/services/temporary-register-statement", "key", key(), "property.zone", zone, "property.parcel", parcel,
				"property.section", section, "purpose", "sale"));
	}

	private String identify(String number) {
		return location(post("/counter", "key", key(), "national", number));
	}

	private String get(String path) {
		HttpResponse<String> answer = clerk.get(path);
		assertThat(answer.statusCode()).as(path).isEqualTo(200);
		return answer.body();
	}

	private HttpResponse<String> post(String path, String... fields) {
		List<String> all = new ArrayList<>(List.of(fields));
		all.addAll(List.of("_csrf", find(get("/counter"), "name=\"_csrf\" value=\"([^\"]+)\"")));
		return clerk.post(path, all);
	}

	private static String location(HttpResponse<String> answer) {
		String target = answer.headers().firstValue("Location").orElse("no redirect: " + answer.statusCode() + " " + answer.body());
		return target.replaceFirst("^https?://[^/]+", "");
	}

	private Persona persona(String key) {
		return city.personas().stream().filter(p -> p.key().equals(key)).findFirst().orElseThrow();
	}

	private static String key() {
		return UUID.randomUUID().toString();
	}

	private static String find(String body, String pattern) {
		Matcher m = Pattern.compile(pattern).matcher(body);
		assertThat(m.find()).as(pattern + " in " + body).isTrue();
		return m.group(1);
	}
}
