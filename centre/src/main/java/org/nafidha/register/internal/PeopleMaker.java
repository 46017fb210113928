package org.nafidha.register.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.nafidha.identity.Person;
import org.nafidha.kernel.NationalNumber;
import org.nafidha.kernel.PersonName;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** Composes people who do not exist. Their mobile numbers start with 0900, which no network has. */
final class PeopleMaker {

	record Names(String about, List<String> male, List<String> female, List<String> families, List<String> banks, List<String> agencies) {

		static Names read() {
			try (InputStream in = new ClassPathResource("demo/names.json").getInputStream()) {
				return JsonMapper.shared().readValue(in, Names.class);
			} catch (IOException e) {
				throw new UncheckedIOException("the lists of names cannot be read", e);
			}
		}
	}

	private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1938, 1, 1);
	private static final int BIRTH_DAYS = 68 * 365;

	private final RandomGenerator random;
	private final Names names;
	private final List<Person> people = new ArrayList<>();
	private final List<City.Resident> owners = new ArrayList<>();
	private final Set<String> numbers = new HashSet<>();

	PeopleMaker(RandomGenerator random, Names names) {
		this.random = random;
		this.names = names;
	}

	/** People made elsewhere, whose numbers nobody else may get. */
	void add(List<City.Resident> residents) {
		for (City.Resident resident : residents) {
			people.add(resident.person());
			numbers.add(resident.person().nationalNumber().digits());
		}
	}

	List<Person> people() {
		return List.copyOf(people);
	}

	/** Somebody new or, one time in five, somebody who owns something already. */
	City.Resident owner() {
		if (!owners.isEmpty() && random.nextInt(5) == 0) {
			return pick(owners);
		}
		boolean male = random.nextInt(100) < 58;
		City.Resident resident = new City.Resident(person(pick(male ? names.male : names.female), pick(names.families), pick(names.male), mother()),
				male);
		owners.add(resident);
		return resident;
	}

	/** Brothers and sisters. */
	List<City.Resident> children(int count) {
		String father = pick(names.male);
		String family = pick(names.families);
		String mother = mother();
		List<City.Resident> children = new ArrayList<>();
		Set<String> given = new HashSet<>();
		while (children.size() < count) {
			boolean male = random.nextInt(100) < 55;
			String name = pick(male ? names.male : names.female);
			if (given.add(name)) {
				children.add(new City.Resident(person(name, family, father, mother), male));
			}
		}
		return children;
	}

	City.Resident widow() {
		return new City.Resident(person(pick(names.female), pick(names.families), pick(names.male), mother()), false);
	}

	/** A name alone, for the parties of rights and signs. */
	String stranger() {
		return pick(names.male) + " بن " + pick(names.male) + " " + pick(names.families);
	}

	<T> T pick(List<T> list) {
		return list.get(random.nextInt(list.size()));
	}

	private Person person(String given, String family, String father, String mother) {
		LocalDate born = EARLIEST_BIRTH.plusDays(random.nextInt(BIRTH_DAYS));
		String mobile = String.format(Locale.ROOT, "0900%06d", 100 + random.nextInt(999_900));
		UUID id = new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() & ~(0xCL << 60)) | (0x8L << 60));
		Person person = new Person(id.toString(), number(), new PersonName(given, family, father, mother), born, mobile, null);
		people.add(person);
		return person;
	}

	private String mother() {
		return pick(names.female) + " " + pick(names.families);
	}

	private NationalNumber number() {
		String digits;
		do {
			digits = String.format(Locale.ROOT, "02%09d", random.nextInt(1_000_000_000));
		} while (!numbers.add(digits));
		return new NationalNumber(digits);
	}
}
