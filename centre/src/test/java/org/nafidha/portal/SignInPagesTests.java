package org.nafidha.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nafidha.identity.PeopleRegistry;
import org.nafidha.identity.Person;
import org.nafidha.kernel.NationalNumber;
import org.nafidha.kernel.PersonName;
import org.nafidha.notifications.DemoOutbox;
import org.nafidha.testing.CentreTest;
import org.nafidha.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Citizens sign in over real HTTP. */
@CentreTest
class SignInPagesTests {

	@LocalServerPort
	int port;
	@Autowired
	PeopleRegistry registry;
	@Autowired
	DemoOutbox outbox;

	private Visitor visitor;

	@BeforeEach
	void visit() {
		visitor = new Visitor(port);
	}

	@Test
	void aCitizenSignsInWithTheCodeAndComesBackToThePageThatWasWanted() {
		Person person = person("02940000001");
		assertThat(location(visitor.get("/try-out/citizen"))).endsWith("/sign-in");
		HttpResponse<String> asked = post("/sign-in", "/sign-in", "national", "٠٢٩٤ ٠٠٠ ٠٠٠١");
		assertThat(asked.statusCode()).isEqualTo(303);
		assertThat(location(asked)).endsWith("/sign-in/code");
		HttpResponse<String> entered = post("/sign-in/code", "/sign-in/code", "code", code());
		assertThat(location(entered)).endsWith("/try-out/citizen");
		assertThat(visitor.get("/try-out/citizen").body()).isEqualTo("citizen:" + person.id());
	}

	@Test
	void whetherANumberIsKnownCannotBeToldFromThePages() {
		person("02940000002");
		List<String> pages = new ArrayList<>();
		for (String number : List.of("02940000002", "02949999999")) {
			visitor = new Visitor(port);
			HttpResponse<String> asked = post("/sign-in", "/sign-in", "national", number);
			pages.add(asked.statusCode() + location(asked) + varying(visitor.get("/sign-in/code").body())
					+ varying(post("/sign-in/code", "/sign-in/code", "code", "000000").body()));
		}
		assertThat(pages.get(0)).isEqualTo(pages.get(1)).contains("4");
	}

	@Test
	void aWrongNumberIsSaidAtTheFieldAndStaysTyped() {
		HttpResponse<String> answer = post("/sign-in", "/sign-in", "national", "0294000");
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("value=\"0294000\"").contains("national-error").contains("11");
	}

	@Test
	void theCodePageWithoutARequestLeadsBackToTheStart() {
		assertThat(location(visitor.get("/sign-in/code"))).endsWith("/sign-in");
	}

	@Test
	void whoeverTypedAFormGetsItBackOnScreenAfterSigningInAgain() {
		person("02940000003");
		post("/sign-in", "/sign-in", "national", "02940000003");
		post("/sign-in/code", "/sign-in/code", "code", code());
		String token = token(visitor.get("/sign-in").body());
		visitor.forget("nafidha-session");
		assertThat(location(visitor.post("/try-out/citizen?step=2", List.of("_csrf", token, "reason", "بيع \"البيت\"")))).endsWith("/sign-in");
		post("/sign-in", "/sign-in", "national", "02940000003");
		assertThat(location(post("/sign-in/code", "/sign-in/code", "code", code()))).endsWith("/resume");
		String page = visitor.get("/resume").body();
		assertThat(page).contains("action=\"/try-out/citizen?step=2\"").contains("name=\"reason\" value=\"بيع &#34;البيت&#34;\"");
		assertThat(visitor.post("/try-out/citizen?step=2", List.of("_csrf", token(page), "reason", "بيع")).body()).endsWith("says بيع");
		post("/resume/discard", "/resume");
		assertThat(location(visitor.get("/resume"))).endsWith("/");
	}

	@Test
	void whoSentAFormAfterTheSessionEndedIsAskedToSignInFirstAtTheRightDoor() {
		assertThat(location(visitor.post("/my/drafts/x/remove", List.of("_csrf", "outdated")))).endsWith("/resume");
		assertThat(visitor.get("/resume").body()).contains("انتهت جلستك. ادخل من جديد", "href=\"/sign-in\"").doesNotContain("action=\"/my/drafts");
		visitor = new Visitor(port);
		assertThat(location(visitor.post("/staff/presence", List.of("_csrf", "outdated")))).endsWith("/resume");
		assertThat(visitor.get("/resume").body()).contains("انتهت جلستك. ادخل من جديد", "href=\"/staff/sign-in\"", "data-density=\"staff\"")
				.doesNotContain("href=\"/sign-in\"");
		assertThat(location(new Visitor(port).get("/resume"))).endsWith("/sign-in");
	}

	@Test
	void nothingIsSaidToBeKeptOfACodeThatWasWrong() {
		person("02940000006");
		post("/sign-in", "/sign-in", "national", "02940000006");
		assertThat(post("/sign-in/code", "/sign-in/code", "code", "000000").body()).contains("صحّح ما يلي ثم تابع").doesNotContain("باقٍ كما هو.");
		assertThat(post("/sign-in", "/sign-in", "national", "0294000").body()).contains("ما كتبته باقٍ كما هو.");
	}

	@Test
	void signingOutIsAnActOfAFormNotOfALink() {
		assertThat(visitor.get("/sign-out").statusCode()).isIn(404, 405);
		person("02940000004");
		post("/sign-in", "/sign-in", "national", "02940000004");
		post("/sign-in/code", "/sign-in/code", "code", code());
		post("/sign-out", "/sign-in");
		assertThat(visitor.get("/try-out/citizen").statusCode()).isEqualTo(302);
	}

	@Test
	void theDemosOutboxShowsWhatWasSent() {
		person("02940000005");
		post("/sign-in", "/sign-in", "national", "02940000005");
		String code = code();
		assertThat(visitor.get("/demo/outbox").body()).contains(code);
	}

	/** Sends a form from a page, as a browser would. */
	private HttpResponse<String> post(String address, String page, String... fields) {
		List<String> all = new ArrayList<>(List.of("_csrf", token(visitor.get(page).body())));
		all.addAll(List.of(fields));
		return visitor.post(address, all);
	}

	private String code() {
		Matcher reference = Pattern.compile(">([A-Z]{4})<").matcher(visitor.get("/sign-in/code").body());
		assertThat(reference.find()).isTrue();
		return await().atMost(Duration.ofSeconds(20)).until(
				() -> outbox.newest(500).stream().filter(sent -> reference.group(1).equals(sent.values().get("reference"))).findFirst(),
				Optional::isPresent)
				.orElseThrow().values().get("code");
	}

	private Person person(String number) {
		return registry.add(new Person(UUID.randomUUID().toString(), new NationalNumber(number), new PersonName("هدى", "العلي", "سعيد", null), null,
				"+963944000000", null)).orThrow();
	}

	private static String token(String page) {
		Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
		assertThat(token.find()).as("a form's token").isTrue();
		return token.group(1);
	}

	/** The page without what is different at every request. */
	private static String varying(String page) {
		return page.replaceAll("(name=\"(_csrf|key)\" value=\")[^\"]+", "$1").replaceAll(">[A-Z]{4}<", "><");
	}

	private static String location(HttpResponse<String> response) {
		return response.headers().firstValue("Location").orElse("");
	}
}
