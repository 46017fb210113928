package org.nafidha.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nafidha.kernel.Actor;
import org.nafidha.identity.Sessions;
import org.nafidha.testing.CentreTest;
import org.nafidha.testing.SignIn;
import org.nafidha.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests over real HTTP against the guard. */
@CentreTest
class GuardTests {

	@LocalServerPort
	int port;
	@Autowired
	SignIn signIn;
	@Autowired
	Sessions sessions;
	@Autowired
	JdbcClient db;

	private Visitor visitor;

	@BeforeEach
	void visit() {
		visitor = new Visitor(port);
	}

	@Test
	void everyAnswerCarriesTheStrictHeaders() {
		for (String path : List.of("/try-out/open", "/try-out/citizen", "/no-such-page", "/actuator/health")) {
			HttpResponse<String> answer = visitor.get(path);
			assertThat(header(answer, "Content-Security-Policy")).as(path).contains("default-src 'self'").contains("object-src 'none'")
					.contains("base-uri 'none'").contains("frame-ancestors 'none'").contains("form-action 'self'").doesNotContain("unsafe");
			assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
			assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
			assertThat(header(answer, "Permissions-Policy")).contains("camera=(self)").contains("microphone=()");
			assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
			assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
			assertThat(header(answer, "Strict-Transport-Security")).as("only under https").isEmpty();
		}
	}

	@Test
	void anOpenPageMakesNoSession() {
		visitor.get("/try-out/open");
		assertThat(visitor.cookie("nafidha-session")).isEmpty();
		assertThat(visitor.cookie("nafidha-form")).isNotEmpty();
	}

	@Test
	void aVisitorIsLedToSignInAndBackToThePageThatWasWanted() {
		HttpResponse<String> turnedAway = visitor.get("/try-out/citizen?page=2");
		assertThat(turnedAway.statusCode()).isEqualTo(302);
		assertThat(header(turnedAway, "Location")).endsWith("/sign-in");
		assertThat(header(turnedAway, "Set-Cookie")).contains("HttpOnly").contains("SameSite=Lax").doesNotContain("Secure");
		String before = visitor.cookie("nafidha-session");
		assertThat(enter("guard-1").body()).isEqualTo("/try-out/citizen?page=2");
		assertThat(visitor.cookie("nafidha-session")).as("a planted session number is worthless").isNotEqualTo(before);
		assertThat(visitor.get("/try-out/citizen").body()).isEqualTo("citizen:guard-1");
	}

	@Test
	void staffPagesLeadToTheStaffSignInAndUnknownPagesNowhere() {
		assertThat(header(visitor.get("/try-out/cashier"), "Location")).endsWith("/staff/sign-in");
		assertThat(visitor.get("/no-such-page").statusCode()).isEqualTo(404);
	}

	@Test
	void programsAreToldByStatusAndHtmxByItsHeader() {
		assertThat(visitor.get("/try-out/citizen", "Accept", "application/json").statusCode()).isEqualTo(401);
		HttpResponse<String> fragment = visitor.get("/try-out/citizen", "HX-Request", "true", "HX-Current-URL", "http://localhost/where/i/was?x=1");
		assertThat(header(fragment, "HX-Redirect")).isEqualTo("/sign-in");
		assertThat(enter("guard-2").body()).as("back to the page, not the fragment").isEqualTo("/where/i/was?x=1");
	}

	@Test
	void whoeverIsSignedInWithoutTheRoleIsRefused() {
		assertThat(visitor.with(signIn.citizen("guard-3")).get("/try-out/cashier").statusCode()).isEqualTo(403);
		assertThat(new Visitor(port).with(signIn.staff("reem")).get("/try-out/citizen").statusCode()).isEqualTo(403);
		assertThat(new Visitor(port).with(signIn.staff("omar")).get("/try-out/cashier").statusCode()).isEqualTo(403);
		assertThat(new Visitor(port).with(signIn.staff("reem")).get("/try-out/cashier").statusCode()).isEqualTo(200);
	}

	@Test
	void aForgedFormIsRefusedAndKeepsNothing() {
		visitor.with(signIn.citizen("guard-4"));
		HttpResponse<String> forged = visitor.post("/try-out/citizen", List.of("reason", "x"), "Origin", "https://evil.example");
		assertThat(forged.statusCode()).isEqualTo(403);
		assertThat(visitor.get("/try-out/waiting").body()).isEqualTo("nothing");
	}

	@Test
	void aFormSentAfterTheSessionEndedIsGivenBackToTheSamePerson() {
		enter("guard-5");
		String token = visitor.get("/try-out/open").body();
		db.sql("delete from identity.spring_session where principal_name = 'citizen:guard-5'").update();
		HttpResponse<String> late = visitor.post("/try-out/citizen?step=3",
				List.of("_csrf", token, "reason", "بيع البيت", "password", "hidden", "tick", "a", "tick", "b"));
		assertThat(header(late, "Location")).endsWith("/sign-in");
		assertThat(visitor.get("/try-out/waiting").body()).as("not before the sign-in").isEqualTo("nothing");
		assertThat(enter("guard-5").body()).isEqualTo("/resume");
		assertThat(visitor.get("/try-out/waiting").body()).contains("/try-out/citizen?step=3").contains("reason=[بيع البيت]").contains("tick=[a, b]")
				.doesNotContain("hidden").doesNotContain(token);
	}

	@Test
	void aFormSentAfterTheSessionEndedIsNeverGivenToSomebodyElse() {
		enter("guard-6");
		String token = visitor.get("/try-out/open").body();
		db.sql("delete from identity.spring_session where principal_name = 'citizen:guard-6'").update();
		visitor.post("/try-out/citizen", List.of("_csrf", token, "reason", "سرّ"));
		assertThat(enter("guard-7").body()).isEqualTo("/");
		assertThat(visitor.get("/try-out/waiting").body()).isEqualTo("nothing");
	}

	@Test
	void aFormFromAPageOlderThanTheSignInIsGivenBackToBeSentAgain() {
		String old = visitor.get("/try-out/open").body();
		enter("guard-8");
		HttpResponse<String> answer = visitor.post("/try-out/citizen", List.of("_csrf", old, "reason", "لم يضع"));
		assertThat(header(answer, "Location")).endsWith("/resume");
		assertThat(visitor.get("/try-out/waiting").body()).contains("لم يضع");
	}

	@Test
	void aFormTooLargeToKeepIsRefusedRatherThanCut() {
		enter("guard-9");
		HttpResponse<String> answer = visitor.post("/try-out/citizen", List.of("reason", "x".repeat(SessionForms.LONGEST_CHARACTERS)));
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(visitor.get("/try-out/waiting").body()).isEqualTo("nothing");
	}

	@Test
	void powerThatIsTakenAwayIsGoneAtTheNextRequest() {
		db.sql("""
				insert into identity.officer (id, username, name_ar, name_en, unit, password_hash, invented)
				values ('guard-officer', 'guard-officer', 'حارس', 'Guard', 'finance', '-', true)
				""").update();
		db.sql("insert into identity.officer_role (officer, role, granted_at, granted_by) values ('guard-officer', 'cashier', now(), 'system:test')")
				.update();
		visitor.with(signIn.staff("guard-officer"));
		assertThat(visitor.get("/try-out/cashier").statusCode()).isEqualTo(200);
		db.sql("delete from identity.officer_role where officer = 'guard-officer'").update();
		assertThat(visitor.get("/try-out/cashier").statusCode()).isEqualTo(403);
		db.sql("update identity.officer set active = false where id = 'guard-officer'").update();
		assertThat(visitor.get("/try-out/cashier").statusCode()).isEqualTo(302);
	}

	@Test
	void aSessionEndsTwelveHoursAfterTheSignInHoweverBusy() {
		enter("guard-10");
		long tooLong = SessionContext.LONGEST.toSeconds() + 60;
		byte[] old = org.springframework.util.SerializationUtils.serialize(java.time.Instant.now().getEpochSecond() - tooLong);
		int aged = db.sql("""
				update identity.spring_session_attributes set attribute_bytes = ?
				 where attribute_name = 'nafidha.since'
				   and session_primary_id = (select primary_id from identity.spring_session where principal_name = 'citizen:guard-10')
				""").param(old).update();
		assertThat(aged).isOne();
		assertThat(visitor.get("/try-out/citizen").statusCode()).isEqualTo(302);
	}

	@Test
	void signingOutEndsTheSessionInTheDatabase() {
		enter("guard-11");
		String stolen = visitor.cookie("nafidha-session");
		visitor.post("/try-out/leave", List.of("_csrf", visitor.get("/try-out/open").body()));
		assertThat(new Visitor(port).with("nafidha-session=" + stolen).get("/try-out/citizen").statusCode()).isEqualTo(302);
	}

	@Test
	void allSessionsOfAPersonCanBeEndedAtOnce() {
		Visitor phone = new Visitor(port).with(signIn.citizen("guard-12"));
		visitor.with(signIn.citizen("guard-12"));
		sessions.endAllOf(new Actor.Citizen("guard-12"));
		assertThat(phone.get("/try-out/citizen").statusCode()).isEqualTo(302);
		assertThat(visitor.get("/try-out/citizen").statusCode()).isEqualTo(302);
	}

	@Test
	void metricsAreForThisMachineAndAdministrators() {
		assertThat(visitor.get("/actuator/prometheus").statusCode()).isEqualTo(200);
		assertThat(visitor.get("/actuator/env").statusCode()).isEqualTo(404);
	}

	private HttpResponse<String> enter(String person) {
		return visitor.post("/try-out/enter", List.of("_csrf", visitor.get("/try-out/open").body(), "person", person));
	}

	private static String header(HttpResponse<String> response, String name) {
		return response.headers().firstValue(name).orElse("");
	}
}
