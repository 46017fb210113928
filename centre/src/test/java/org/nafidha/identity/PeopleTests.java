package org.nafidha.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nafidha.kernel.NationalNumber;
import org.nafidha.kernel.PersonName;
import org.nafidha.kernel.Result;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CentreTest
class PeopleTests {

	@Autowired
	People people;
	@Autowired
	PeopleRegistry registry;
	@Autowired
	JdbcClient db;

	@Test
	void aPersonIsFoundByIdAndByNationalNumberWithEveryField() {
		Person person = person("02910000001", LocalDate.of(1987, 3, 14), "+963900000001", "noor@example.org");
		assertThat(registry.add(person)).isEqualTo(Result.ok(person));
		assertThat(people.byId(person.id())).contains(person);
		assertThat(people.byNationalNumber(person.nationalNumber())).contains(person);
		assertThat(people.byId("nobody")).isEmpty();
	}

	@Test
	void unknownFieldsStayUnknown() {
		Person person = new Person(UUID.randomUUID().toString(), new NationalNumber("02910000002"), new PersonName("نور", "الحلبي", "سامي", null),
				null,
				null, null);
		registry.add(person);
		assertThat(people.byId(person.id())).contains(person);
	}

	@Test
	void aNationalNumberBelongsToOnePersonOnly() {
		registry.add(person("02910000003", null, null, null));
		Result<Person> second = registry.add(person("02910000003", null, null, null));
		assertThat(second).isInstanceOfSatisfying(Result.Refused.class, r -> assertThat(r.refusal().code()).isEqualTo("person.number-taken"));
	}

	@Test
	void aWholeCityIsAddedOnceAndRepeatingItChangesNothing() {
		List<Person> city = new ArrayList<>();
		for (int i = 0; i < 12_000; i++) {
			city.add(person(String.format(Locale.ROOT, "0292%07d", i), LocalDate.of(1950, 1, 1).plusDays(i), null, null));
		}
		assertThat(registry.addAll(city)).isEqualTo(12_000);
		assertThat(registry.addAll(city)).isZero();
		assertThat(people.byId(city.get(11_999).id())).contains(city.get(11_999));
	}

	@Test
	void peopleOfADemonstrationAreMarkedAsInvented() {
		Person person = person("02910000004", null, null, null);
		registry.add(person);
		assertThat(db.sql("select invented from identity.person where id = ?").param(person.id()).query(Boolean.class).single()).isTrue();
	}

	@Test
	void aContactCanBeChangedAndCleared() {
		Person person = person("02910000005", null, "+963900000005", null);
		registry.add(person);
		registry.changeContact(person.id(), null, "new@example.org");
		assertThat(people.byId(person.id()).orElseThrow()).extracting(Person::mobile, Person::email).containsExactly(null, "new@example.org");
	}

	private static Person person(String number, LocalDate born, String mobile, String email) {
		return new Person(UUID.randomUUID().toString(), new NationalNumber(number), new PersonName("محمد نور", "الحلبي", "عبد القادر", "فاطمة"), born,
				mobile, email);
	}
}
