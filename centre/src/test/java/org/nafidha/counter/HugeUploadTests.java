package org.nafidha.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.nafidha.register.DemoCity;
import org.nafidha.register.Persona;
import org.nafidha.testing.CentreTest;
import org.nafidha.testing.SignIn;
import org.nafidha.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A file of 200 MB, wherever files are taken: its sender reads what the limit is, and how to go back. */
@CentreTest
class HugeUploadTests {

	private static final int MEGABYTES = 200;

	@Autowired
	SignIn signIn;
	@Autowired
	DemoCity city;
	@LocalServerPort
	int port;

	@Test
	void onThePageOfVerification() {
		refused(new Visitor(port), "/verify", "file");
	}

	@Test
	void onThePageOfPapers() {
		Visitor citizen = new Visitor(port).with(signIn.citizen(persona("sole-owner").person().id()));
		refused(citizen, "/services/temporary-register-statement/apply/papers", "proofOfCapacity");
	}

	@Test
	void atTheCounter() {
		Visitor clerk = new Visitor(port).with(signIn.staff("dima"));
		String csrf = csrf(clerk, "/counter");
		String visit = location(clerk.post("/counter",
				List.of("_csrf", csrf, "key", UUID.randomUUID().toString(), "national", persona("sole-owner").person().nationalNumber().digits())));
		String matter = location(clerk.post(visit + "/services/violations-statement", List.of("_csrf", csrf, "key", UUID.randomUUID().toString(),
				"property.zone", "12", "property.parcel", "519", "property.section", "5", "purpose", "court")));
		refused(clerk, matter, "paper");
		assertThat(clerk.get(matter).body()).as("the case is untouched").contains("name=\"paper\"");
	}

	private static void refused(Visitor visitor, String path, String field) {
		HttpResponse<String> answer = visitor.upload(path + "?lang=en", List.of("_csrf", csrf(visitor, path)), field, MEGABYTES);
		assertThat(answer.statusCode()).isEqualTo(413);
		assertThat(answer.body()).contains("We accept up to 10 megabytes", "href=\"" + path + "\"");
		assertThat(visitor.upload(path + "?lang=ar", List.of("_csrf", csrf(visitor, path)), field, MEGABYTES).body()).contains("10 ميغابايت");
	}

	private static String csrf(Visitor visitor, String path) {
		String body = visitor.get(path).body();
		Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(body);
		assertThat(token.find()).as(body).isTrue();
		return token.group(1);
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElse("no redirect: " + answer.body()).replaceFirst("^https?://[^/]+", "");
	}

	private Persona persona(String key) {
		return city.personas().stream().filter(p -> p.key().equals(key)).findFirst().orElseThrow();
	}
}
