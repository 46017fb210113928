package org.nafidha.register.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.nafidha.kernel.PropertyRef;
import org.nafidha.register.Violation;

/** Invents a city: the same seed, number of sheets and zones always give the same one. */
final class CityPlanner {

	private static final LocalDate FIRST_DECISION = LocalDate.of(1998, 1, 1);
	private static final int DECISION_DAYS = 26 * 365;

	private final RandomGenerator random;
	private final List<City.Zone> zones;
	private final int sheets;
	private final int[] lastParcel;
	private final PeopleMaker people;
	private final PageMaker pageMaker;
	private final Set<String> taken = new HashSet<>();
	private final List<City.Page> pages = new ArrayList<>();
	private final List<Violation> violations = new ArrayList<>();
	private int serial;

	private CityPlanner(long seed, int sheets, List<City.Zone> zones) {
		this.random = new SplittableRandom(seed);
		this.zones = zones;
		this.sheets = sheets;
		this.lastParcel = new int[zones.size()];
		PeopleMaker.Names names = PeopleMaker.Names.read();
		this.people = new PeopleMaker(random, names);
		this.pageMaker = new PageMaker(random, people, names);
	}

	static City plan(long seed, int sheets, List<City.Zone> zones) {
		return new CityPlanner(seed, sheets, zones).plan();
	}

	private City plan() {
		for (PersonaFile.Entry persona : PersonaFile.read()) {
			people.add(persona.residents());
			pages.add(persona.page());
			violations.addAll(persona.recorded());
			taken.add(persona.sheet().number());
			taken.add(parcelOf(persona.persona().property()));
		}
		while (pages.size() < sheets) {
			parcel();
		}
		return new City(zones, people.people(), List.copyOf(pages), List.copyOf(violations));
	}

	/** A parcel: a building with sections, or a whole one. */
	private void parcel() {
		int zone = random.nextInt(zones.size());
		String code = zones.get(zone).code();
		String parcel;
		do {
			lastParcel[zone] += 1 + random.nextInt(4);
			parcel = Integer.toString(lastParcel[zone]);
		} while (taken.contains(code + "/" + parcel));
		if (random.nextInt(100) < 35) {
			page(new PropertyRef(code, parcel, null), -1);
			return;
		}
		int sections = 4 + random.nextInt(13);
		for (int section = 1; section <= sections && pages.size() < sheets; section++) {
			boolean compound = random.nextInt(100) < 8;
			String name = compound ? section + "+" + (sections + section) : Integer.toString(section);
			page(new PropertyRef(code, parcel, name), Math.min((section - 1) / 2, PageMaker.floors() - 1));
		}
	}

	private void page(PropertyRef property, int floor) {
		pages.add(pageMaker.make(nextNumber(), property, floor));
		if (random.nextInt(100) < 8) {
			for (int i = random.nextInt(10) == 0 ? 2 : 1; i > 0; i--) {
				violations.add(violation(property));
			}
		}
	}

	/** One in six is unclear; half of those lack their decision. */
	private Violation violation(PropertyRef property) {
		boolean unclear = random.nextInt(6) == 0;
		boolean undecided = unclear && random.nextBoolean();
		boolean onWholeParcel = random.nextInt(20) == 0;
		PropertyRef place = onWholeParcel ? new PropertyRef(property.zone(), property.parcel(), null) : property;
		Violation.Kind[] kinds = Violation.Kind.values();
		Violation.Status[] statuses = Violation.Status.values();
		return new Violation(place, kinds[random.nextInt(kinds.length)], undecided ? null : Integer.toString(1 + random.nextInt(3_000)),
				undecided ? null : FIRST_DECISION.plusDays(random.nextInt(DECISION_DAYS)),
				unclear ? Violation.Status.CONTESTED : statuses[random.nextInt(statuses.length)], unclear);
	}

	private String nextNumber() {
		String number;
		do {
			number = String.format(Locale.ROOT, "SM-%06d", ++serial);
		} while (taken.contains(number));
		return number;
	}

	private static String parcelOf(PropertyRef property) {
		return property.zone() + "/" + property.parcel();
	}
}
