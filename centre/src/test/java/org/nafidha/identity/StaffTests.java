package org.nafidha.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nafidha.platform.CentreProperties;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@CentreTest
class StaffTests {

	@Autowired
	Staff staff;
	@Autowired
	JdbcClient db;
	@Autowired
	CentreProperties centre;

	@ParameterizedTest
	@CsvSource({"registrar,temporary-register,3", "reviewer,technical-affairs/building-control,3",
			"reviewer,technical-affairs/administrative-licences,3",
			"head,technical-affairs/building-control,2", "head,temporary-register,2", "clerk,centres/city-hall,3", "cashier,centres/city-hall,3",
			"clerk,centres/mobile,2", "procedure-engineer,council/informatics,2", "administrator,council,2", "auditor,council/internal-control,2"})
	void theDemonstrationHasEnoughStaffAlsoWithOneAbsent(String role, String unit, int atLeast) {
		assertThat(staff.withRole(role, unit)).hasSizeGreaterThanOrEqualTo(atLeast);
	}

	@Test
	void officersOfAUnitIncludeThoseBeneathItButNotOfAUnitWhoseNameMerelyStartsAlike() {
		List<Officer> below = staff.withRole("reviewer", "technical-affairs");
		assertThat(below).extracting(Officer::unit).contains("technical-affairs/building-control", "technical-affairs/map-secretariat");
		assertThat(below).extracting(Officer::id).isSorted();
		assertThat(staff.withRole("reviewer", "technical")).isEmpty();
		assertThat(staff.withRole("registrar", "technical-affairs")).isEmpty();
	}

	@Test
	void officersAreNamedAlsoWhenTheirAccountsAreClosedAndStrangersAreLeftOut() {
		Officer open = staff.withRole("clerk", "centres/city-hall").getFirst();
		Officer closed = staff.withRole("clerk", "centres/city-hall").getLast();
		db.sql("update identity.officer set active = false where id = ?").param(closed.id()).update();
		try {
			assertThat(staff.named(List.of(open.id(), closed.id(), "nobody"))).hasSize(2).containsEntry(closed.id(),
					new Staff.Named(closed.name(), staff.unit(closed.unit()).orElseThrow().name()));
		} finally {
			db.sql("update identity.officer set active = true where id = ?").param(closed.id()).update();
		}
	}

	@Test
	void everyOfficerBelongsToAUnitThatExistsAndHasARole() {
		for (Officer officer : staff.withRole("clerk", "centres")) {
			assertThat(staff.unit(officer.unit())).isPresent();
			assertThat(officer.roles()).contains(Role.CLERK, Role.CASHIER);
			assertThat(staff.byId(officer.id())).contains(officer);
		}
		assertThat(staff.unit("nowhere")).isEmpty();
		assertThat(staff.units()).extracting(Unit::code).startsWith("council").contains("centres/city-hall", "old-city");
	}

	@Test
	void demoCredentialsAreMadeHereAndReadableByTheirOwnerAlone() throws IOException {
		Path file = centre.home().resolve("secrets/demo-accounts");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
		JsonNode accounts = JsonMapper.shared().readTree(Files.readAllBytes(file)).get("accounts");
		assertThat(accounts).hasSizeGreaterThan(50);
		assertThat(accounts.get(0).get("password").asString()).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
		assertThat(accounts.get(0).get("totp").asString()).matches("[A-Z2-7]{32}").isNotEqualTo(accounts.get(1).get("totp").asString());
	}

	@Test
	void theDatabaseHoldsNeitherPasswordsNorReadableSecrets() {
		assertThat(db.sql("select password_hash from identity.officer").query(String.class).list()).isNotEmpty()
				.allSatisfy(hash -> assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
		assertThat(db.sql("select octet_length(totp_sealed) from identity.officer where invented").query(Integer.class).list()).isNotEmpty()
				.allSatisfy(length -> assertThat(length).isEqualTo(12 + 20 + 16));
		assertThat(db.sql("select count(*) from identity.officer where not invented and username in ('reem', 'sami')").query(Long.class).single())
				.isZero();
	}
}
