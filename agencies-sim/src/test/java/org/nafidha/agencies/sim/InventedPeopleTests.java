package org.nafidha.agencies.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Whoever is invented is the same person in every paper, and could have lived. */
class InventedPeopleTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

	private final long seed = ThreadLocalRandom.current().nextLong(1_000_000_000);
	private final InventedPeople people = new InventedPeople(seed, Map.of());

	@Test
	void allPapersOfAPersonAgree() {
		System.out.println("seed " + seed);
		Set<Object> states = new HashSet<>();
		int dead = 0;
		for (int i = 0; i < 1_000; i++) {
			String number = "0201" + (1_000_000 + i);
			String about = "seed " + seed + ", " + number;
			Map<String, Object> person = people.about("person", number);
			assertThat(people.about("individual-extract", number)).as(about).containsAllEntriesOf(person);
			assertThat(people.about("birth", number)).as(about).containsAllEntriesOf(person);
			states.add(person.get("maritalStatus"));
			boolean alive = Boolean.TRUE.equals(person.get("alive"));
			dead += alive ? 0 : 1;
			assertThat(people.about("death", number).isEmpty()).as(about).isEqualTo(alive);
			weddingsFit(about, number, person);
			familyFits(about, number, person);
		}
		assertThat(states).containsExactlyInAnyOrder("single", "married", "divorced");
		assertThat(dead).as("of 1,000; seed %d", seed).isBetween(5, 70);
	}

	private void weddingsFit(String about, String number, Map<String, Object> person) {
		Map<String, Object> marriage = people.about("marriage", number);
		Map<String, Object> divorce = people.about("divorce", number);
		Map<String, Object> death = people.about("death", number);
		assertThat(marriage.isEmpty()).as(about).isEqualTo("single".equals(person.get("maritalStatus")));
		assertThat(divorce.isEmpty()).as(about).isEqualTo(!"divorced".equals(person.get("maritalStatus")));
		if (!marriage.isEmpty()) {
			assertThat(marriage.get("female".equals(person.get("sex")) ? "wife" : "husband")).as(about).isEqualTo(person.get("fullName"));
			assertThat(date(marriage, "marriageDate")).as(about).isAfterOrEqualTo(date(person, "birthDate").plusYears(18)).isBefore(TODAY);
		}
		if (!divorce.isEmpty()) {
			assertThat(divorce).as(about).containsEntry("wife", marriage.get("wife")).containsEntry("husband", marriage.get("husband"))
					.containsEntry("wifeNumber", marriage.get("wifeNumber")).containsEntry("husbandNumber", marriage.get("husbandNumber"));
			assertThat(date(divorce, "divorceDate")).as(about).isAfter(date(marriage, "marriageDate")).isBefore(TODAY);
		}
		if (!death.isEmpty()) {
			assertThat(date(death, "deathDate")).as(about).isBefore(TODAY)
					.isAfter(date(divorce.isEmpty() ? marriage.isEmpty() ? person : marriage : divorce, divorce.isEmpty()
							? marriage.isEmpty() ? "birthDate" : "marriageDate"
							: "divorceDate"));
		}
	}

	@SuppressWarnings("unchecked")
	private void familyFits(String about, String number, Map<String, Object> person) {
		Map<String, Object> family = people.about("family-extract", number);
		List<Map<String, Object>> members = (List<Map<String, Object>>) family.get("members");
		assertThat(members).as(about).filteredOn(member -> number.equals(member.get("nationalNumber"))).singleElement()
				.satisfies(member -> assertThat(member.get("name")).isEqualTo(person.get("fullName")));
		assertThat(members.getFirst()).as(about).containsEntry("relation", "head").containsEntry("name", family.get("head"));
		assertThat(members.get(1)).as(about).containsEntry("relation", "wife");
		List<Map<String, Object>> children = members.subList(2, members.size());
		for (int i = 0; i < children.size(); i++) {
			Map<String, Object> child = children.get(i);
			assertThat(child.get("relation")).as(about).isIn("son", "daughter");
			assertThat(child.get("mother")).as(about).isEqualTo(members.get(1).get("name"));
			assertThat(date(child, "birthDate")).as(about).isAfter(date(members.get(1), "birthDate").plusYears(17)).isBefore(TODAY);
			assertThat(i == 0 || date(child, "birthDate").isAfter(date(children.get(i - 1), "birthDate").plusDays(270))).as(about).isTrue();
		}
	}

	private static LocalDate date(Map<String, Object> paper, String field) {
		return LocalDate.parse(String.valueOf(paper.get(field)));
	}
}
