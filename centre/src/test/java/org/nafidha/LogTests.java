package org.nafidha;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nafidha.cases.Cases;
import org.nafidha.documents.Documents;
import org.nafidha.identity.PeopleRegistry;
import org.nafidha.identity.Person;
import org.nafidha.identity.Role;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.StaffRegistry;
import org.nafidha.kernel.NationalNumber;
import org.nafidha.kernel.PersonName;
import org.nafidha.notifications.DemoOutbox;
import org.nafidha.register.DemoCity;
import org.nafidha.register.Persona;
import org.nafidha.testing.CentreTest;
import org.nafidha.testing.SignIn;
import org.nafidha.testing.Totp;
import org.nafidha.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The main job over HTTP, right and wrong, and then the whole log file of the test run: the numbers of requests and cases are in it,
 * what is personal or secret is not.
 */
@CentreTest
@ExtendWith(OutputCaptureExtension.class)
class LogTests {

	@Autowired
	SignIn signIn;
	@Autowired
	DemoCity city;
	@Autowired
	Cases cases;
	@Autowired
	Documents documents;
	@Autowired
	PeopleRegistry registry;
	@Autowired
	StaffRegistry staff;
	@Autowired
	DemoOutbox outbox;
	@Value("${logging.file.name}")
	Path log;
	@LocalServerPort
	int port;

	private final Set<String> personal = new LinkedHashSet<>();
	private Visitor visitor;

	@Test
	void theLogNamesRequestsAndCasesAndNobody(CapturedOutput console) throws IOException {
		visitor = new Visitor(port);
		aCitizenSignsIn();
		anOfficerSignsIn();
		String number = theMainJobAtACounter();
		String failed = whatIsTypedInTheWrongPlace();
		List<JsonNode> lines = await().atMost(Duration.ofSeconds(20)).until(this::lines,
				all -> all.stream().anyMatch(line -> failed.equals(line.path("request").asString(""))));
		assertThat(lines).as("lines of the failed request").anySatisfy(line -> {
			assertThat(line.path("request").asString()).isEqualTo(failed);
			assertThat(line.toString()).contains("IllegalStateException", "\"level\":\"ERROR\"", "***");
		});
		assertThat(lines).as("lines of the case").anySatisfy(line -> {
			assertThat(line.path("case").asString()).isEqualTo(number);
			assertThat(line.path("route").asString()).isEqualTo("/counter/visits/{visit}/cases/{number}");
			assertThat(line.path("status").asInt()).isEqualTo(302);
			assertThat(line.path("ms").isNumber()).isTrue();
			assertThat(line.path("request").asString()).hasSize(10);
		});
		assertThat(lines).anySatisfy(
				line -> assertThat(line.path("case").asString("") + line.path("message").asString()).isEqualTo(number + "The case was opened"));
		String everything = Files.readString(log);
		assertThat(console.getAll()).contains("[" + failed + " ]", " " + number + "] ", "cannot make sense of ***");
		assertThat(personal).hasSizeGreaterThan(15);
		for (String secret : personal) {
			assertThat(secret).isNotBlank();
			assertThat(everything.contains(secret)).as("the log contains " + secret).isFalse();
			assertThat(console.getAll().contains(secret)).as("the console shows " + secret).isFalse();
		}
	}

	private void aCitizenSignsIn() {
		String number = "03" + (100_000_000L + ThreadLocalRandom.current().nextLong(800_000_000L));
		String mobile = "+96394" + (1_000_000L + ThreadLocalRandom.current().nextLong(8_000_000L));
		registry.add(new Person(UUID.randomUUID().toString(), new NationalNumber(number), new PersonName("زمردة", "الياقوتي", "مرجان", "لؤلؤة"), null,
				mobile, null)).orThrow();
		personal.addAll(List.of(number, mobile, mobile.substring(4), "زمردة", "الياقوتي", "لؤلؤة"));
		assertThat(post("/sign-in", "/sign-in", "national", number).statusCode()).isEqualTo(303);
		assertThat(post("/sign-in/code", "/sign-in/code", "code", "000000").statusCode()).isEqualTo(422);
		String code = code();
		assertThat(post("/sign-in/code", "/sign-in/code", "code", code).statusCode()).isIn(302, 303);
		session();
		visitor.get("/my");
	}

	private void anOfficerSignsIn() {
		visitor = new Visitor(port);
		String username = "log." + UUID.randomUUID().toString().substring(0, 8);
		String first = staff
				.add(new StaffRegistry.NewOfficer(username, "كهرمان الزبرجدي", "Kahraman Test", "council/informatics", Set.of(Role.REVIEWER)),
						new SignedIn.Staff("log-tests", Set.of(Role.ADMINISTRATOR)))
				.orThrow().password();
		String chosen = "topaz and opal and " + UUID.randomUUID();
		personal.addAll(List.of(first, chosen, "كهرمان الزبرجدي", "an obviously wrong one"));
		post("/staff/sign-in", "/staff/sign-in", "username", username, "password", "an obviously wrong one");
		post("/staff/sign-in", "/staff/sign-in", "username", username, "password", first);
		String enrol = "/staff/sign-in/next";
		post("/staff/sign-in/new-password", enrol, "new-password", chosen, "repeat-password", chosen);
		String secret = find(visitor.get(enrol).body(), ">([A-Z2-7]{32})<");
		personal.add(secret);
		assertThat(post("/staff/sign-in/enrol", enrol, "code", Totp.now(secret)).statusCode()).isIn(302, 303);
		session();
	}

	/** Answers the number of the case. */
	private String theMainJobAtACounter() {
		visitor = new Visitor(port).with(signIn.staff("reem"));
		session();
		Persona persona = city.personas().stream().filter(p -> p.key().equals("sole-owner")).findFirst().orElseThrow();
		String national = persona.person().nationalNumber().digits();
		personal.addAll(
				List.of(national, persona.person().name().given() + " " + persona.person().name().family(), persona.person().name().family()));
		Optional.ofNullable(persona.person().mobile()).ifPresent(personal::add);
		visitor.get("/counter");
		post("/counter", "/counter", "desk", "97");
		String visit = location(post("/counter", "/counter", "key", UUID.randomUUID().toString(), "national", national));
		String[] property = persona.property().toString().split("/");
		String matter = location(
				post(visit + "/services/temporary-register-statement", "/counter", "key", UUID.randomUUID().toString(), "property.zone",
						property[0], "property.parcel", property[1], "property.section", property.length > 2 ? property[2] : "", "purpose", "bank"));
		String charge = find(visitor.get(matter).body(), "name=\"charge\" value=\"([^\"]+)\"");
		assertThat(post(matter, "/counter", "key", UUID.randomUUID().toString(), "charge", charge, "received", "5000").statusCode()).isEqualTo(302);
		String number = matter.substring(matter.lastIndexOf('/') + 1);
		cases.settled(number, Duration.ofSeconds(30));
		String document = documents.forCase(number).getFirst().number();
		assertThat(visitor.get(matter + "/documents/" + document).statusCode()).isEqualTo(200);
		assertThat(new Visitor(port).get("/verify/" + document).statusCode()).isEqualTo(200);
		return number;
	}

	/** Answers the number of the request that failed. */
	private String whatIsTypedInTheWrongPlace() {
		String national = personal.iterator().next();
		String name = encoded("زمردة الياقوتي");
		Visitor auditor = new Visitor(port).with(signIn.staff("siham"));
		for (String path : List.of("/follow?number=" + national, "/follow/" + national, "/verify/" + national, "/verify?code=" + national + name,
				"/services?q=" + name, "/" + national, "/nowhere/" + name, "/counter?national=" + national + "%ff%zz",
				"/figures?x=" + name + "%00")) {
			assertThat(get(new Visitor(port), path)).isBetween(200, 499);
		}
		assertThat(get(auditor, "/console/journal?before=" + national + "x")).isEqualTo(400);
		assertThat(get(auditor, "/console/journal/" + name)).isEqualTo(400);
		post("/counter", "/counter", "key", UUID.randomUUID().toString(), "national", national.substring(1));
		HttpResponse<String> broken = new Visitor(port).get("/log-tests/broken?said=" + national);
		assertThat(broken.statusCode()).isEqualTo(500);
		String request = broken.headers().firstValue("X-Request-Id").orElseThrow();
		assertThat(broken.body()).contains(request);
		return request;
	}

	private int get(Visitor who, String path) {
		try {
			return who.get(path).statusCode();
		} catch (IllegalArgumentException notAnAddress) {
			return who.get(path.replaceAll("%zz|%ff|%00", "")).statusCode();
		}
	}

	private HttpResponse<String> post(String address, String page, String... fields) {
		List<String> all = new ArrayList<>(List.of("_csrf", find(visitor.get(page).body(), "name=\"_csrf\" value=\"([^\"]+)\"")));
		all.addAll(Arrays.asList(fields));
		return visitor.post(address, all);
	}

	private String code() {
		String reference = find(visitor.get("/sign-in/code").body(), ">([A-Z]{4})<");
		String code = await().atMost(Duration.ofSeconds(20)).until(
				() -> outbox.newest(500).stream().filter(sent -> reference.equals(sent.values().get("reference"))).findFirst(), Optional::isPresent)
				.orElseThrow().values().get("code");
		personal.add(" " + code);
		personal.add(":" + code);
		personal.add("\"" + code);
		return String.valueOf(code);
	}

	/** The cookie, and the id that stands in it as Base64. */
	private void session() {
		String cookie = visitor.cookie("nafidha-session");
		personal.add(cookie);
		personal.add(new String(java.util.Base64.getDecoder().decode(cookie), StandardCharsets.US_ASCII));
	}

	private List<JsonNode> lines() throws IOException {
		JsonMapper json = JsonMapper.shared();
		return Files.readAllLines(log).stream().map(json::readTree).toList();
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError("no redirect: " + answer.statusCode() + answer.body()))
				.replaceFirst("^https?://[^/]+", "");
	}

	private static String find(String body, String pattern) {
		Matcher m = Pattern.compile(pattern).matcher(body);
		assertThat(m.find()).as(pattern + " in " + body).isTrue();
		return m.group(1);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT).replace("+", "%20");
	}
}
