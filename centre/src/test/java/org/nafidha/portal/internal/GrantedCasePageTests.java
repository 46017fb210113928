package org.nafidha.portal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.OpenCase;
import org.nafidha.identity.Role;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Actor;
import org.nafidha.payments.Payments;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.register.DemoCity;
import org.nafidha.register.Persona;
import org.nafidha.testing.CentreTest;
import org.nafidha.testing.SignIn;
import org.nafidha.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A case that ended well, as its applicant reads it. */
@CentreTest
class GrantedCasePageTests {

	@Autowired
	Cases cases;
	@Autowired
	Payments payments;
	@Autowired
	DemoCity city;
	@Autowired
	SignIn signIn;
	@LocalServerPort
	int port;

	@Test
	void theIssueIsToldOnceAndNothingMachinesDid() {
		Persona owner = city.personas().stream().filter(persona -> persona.key().equals("sole-owner")).findFirst().orElseThrow();
		CaseFile file = paid(owner);
		String page = new Visitor(port).with(signIn.citizen(owner.person().id())).get("/my/cases/" + file.number()).body();
		String track = page.substring(page.indexOf("<ol class=\"track\">"), page.indexOf("</ol>", page.indexOf("<ol class=\"track\">")));
		assertThat(track).contains("دفع الرسم", "صدر البيان").doesNotContain("الوثيقة", "منذ");
		assertThat(track.split("<li", -1)).as("asked, paid, issued").hasSize(4);
		assertThat(page).contains("أُنجزت").doesNotContain("المعاملة الآن");
	}

	private CaseFile paid(Persona owner) {
		CaseFile file = cases
				.open(new OpenCase(UUID.randomUUID().toString(), "temporary-register-statement", Channel.PORTAL, owner.person().id(), null,
						Map.of("property", owner.property().toString(), "purpose", "bank"), new Actor.Citizen(owner.person().id())))
				.orThrow();
		SignedIn.Staff cashier = new SignedIn.Staff("granted-page-cashier", Set.of(Role.CASHIER));
		payments.open(96, cashier).orThrow();
		var due = payments.due(file.number()).orElseThrow();
		payments.payInCash(UUID.randomUUID().toString(), due.id(), due.total(), cashier).orThrow();
		CaseFile after = cases.settled(file.number(), Duration.ofSeconds(30)).orElseThrow();
		assertThat(after.end()).isEqualTo("end-granted");
		return after;
	}
}
