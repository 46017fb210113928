package org.nafidha.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.procedures.Procedure.Evidence;
import org.nafidha.register.DemoCity;
import org.nafidha.register.Persona;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An applicant is told before the filing what to bring, what it costs and what the city finds for itself. */
@CentreTest
class OutlookTests {

	private static final Map<String, String> GROCERY = Map.of("trade", "grocery", "place", "shop", "kind", "permanent", "workers", "2");

	@Autowired
	Cases cases;
	@Autowired
	DemoCity city;
	@Autowired
	JdbcClient db;

	@Test
	void anOwnersGroceryNeedsOneOfFivePapersAndWhatItCostsIsKnown() {
		Outlook outlook = ofTheOwner(GROCERY).orThrow();
		assertThat(ids(outlook.needed())).containsExactly("healthCard");
		assertThat(outlook.perhaps()).isEmpty();
		assertThat(ids(outlook.found())).containsExactly("right", "violations");
		assertThat(ids(outlook.later())).containsExactly("identity", "noConviction", "clearance", "alignmentPlan", "sitePlan", "buildingLicence",
				"buildingPlan");
		assertThat(outlook.fees()).isEqualByComparingTo(new BigDecimal("10000"));
	}

	@Test
	void whoeverDoesNotOwnTheShopAndAsksForAYearBringsMore() {
		Persona owner = persona("sole-owner");
		Map<String, String> year = new HashMap<>(GROCERY);
		year.put("kind", "temporary-limited");
		Outlook outlook = of(persona("with-violations").person().id(), owner, year).orThrow();
		assertThat(ids(outlook.needed())).containsExactly("rightOfUse", "undertaking", "healthCard");
		assertThat(outlook.fees()).isEqualByComparingTo(new BigDecimal("11000"));
	}

	@Test
	void whatTheRulesForbidIsToldBeforeTheFilingAndNothingIsWritten() {
		long before = written();
		Map<String, String> inKhan = new HashMap<>(GROCERY);
		inKhan.put("place", "flat");
		assertThat(ofTheOwner(inKhan)).isInstanceOfSatisfying(Result.Refused.class,
				refused -> assertThat(((Refusal) refused.refusal()).code()).isEqualTo("trade-not-allowed-here"));
		assertThat(ofTheOwner(Map.of())).isInstanceOfSatisfying(Result.Refused.class,
				refused -> assertThat(((Refusal) refused.refusal()).code()).isEqualTo("input.invalid"));
		ofTheOwner(GROCERY).orThrow();
		assertThat(written()).isEqualTo(before);
	}

	private Result<Outlook> ofTheOwner(Map<String, String> answers) {
		Persona owner = persona("sole-owner");
		return of(owner.person().id(), owner, answers);
	}

	private Result<Outlook> of(String person, Persona property, Map<String, String> answers) {
		Map<String, String> inputs = new HashMap<>(answers);
		inputs.put("property", property.property().toString());
		return cases.outlook(new OpenCase(UUID.randomUUID().toString(), "administrative-licence", Channel.PORTAL, person, null, inputs,
				new Actor.Citizen(person)));
	}

	private Persona persona(String key) {
		return city.personas().stream().filter(persona -> persona.key().equals(key)).findFirst().orElseThrow();
	}

	private long written() {
		return db.sql("select (select count(*) from cases.file) + (select count(*) from journal.entry)").query(Long.class).single();
	}

	private static List<String> ids(List<Evidence> items) {
		return items.stream().map(Evidence::id).toList();
	}
}
