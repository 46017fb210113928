package org.nafidha.register.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nafidha.kernel.PropertyRef;
import org.nafidha.kernel.Shares;
import org.nafidha.register.Deed;
import org.nafidha.register.OtherRight;
import org.nafidha.register.Sign;

/** Fills one sheet: how its owners came to it, what weighs on it, whether it has been compared with the paper. */
final class PageMaker {

	private static final LocalDate OLDEST = LocalDate.of(1974, 1, 1);
	private static final LocalDate NEWEST = LocalDate.of(2023, 12, 31);
	private static final LocalDate COMPARING_SINCE = LocalDate.of(2024, 3, 3);
	private static final int COMPARING_DAYS = 600;
	private static final String[] FLOORS = {"الأرضي", "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع"};
	private static final String[] WHOLE = {"دار عربية ذات باحة", "دار عربية، طابقان", "بناء من ثلاثة طوابق", "أرض معدّة للبناء",
			"دار سكنية من طابق واحد"};
	private static final String[] FLAT = {"دار سكنية", "دار سكنية", "دار سكنية", "مكتب", "عيادة"};
	private static final String[] GROUND = {"محل تجاري", "محل تجاري", "دار سكنية", "مستودع"};

	private final RandomGenerator random;
	private final PeopleMaker people;
	private final PeopleMaker.Names names;
	private final OwnersMaker owners;

	PageMaker(RandomGenerator random, PeopleMaker people, PeopleMaker.Names names) {
		this.random = random;
		this.people = people;
		this.names = names;
		this.owners = new OwnersMaker(random, people);
	}

	/** @param floor 0 for the ground floor; -1 for a whole parcel */
	City.Page make(String number, PropertyRef property, int floor) {
		OwnersMaker.Owned owned = owners.make();
		List<City.Entry> entries = new ArrayList<>();
		List<City.Right> rights = new ArrayList<>();
		LocalDate since = day(OLDEST, NEWEST);
		if (random.nextInt(100) < 30) {
			LocalDate before = day(OLDEST, since);
			entries.add(entry(Deed.Kind.ALLOTMENT, before));
			rights.add(new City.Right(people.owner(), Shares.of(Shares.WHOLE), 0, 1));
		}
		int acquired = entries.size();
		entries.add(entry(deed(owned.way()), since));
		for (int i = 0; i < owned.owners().size(); i++) {
			rights.add(new City.Right(owned.owners().get(i), owned.shares().get(i), acquired, null));
		}
		List<City.Burden> burdens = burdens(entries, since);
		List<City.Mark> marks = marks(entries, since);
		LocalDate verified = random.nextInt(100) < 85 ? COMPARING_SINCE.plusDays(random.nextInt(COMPARING_DAYS)) : null;
		return new City.Page(number, property, floor < 0 ? null : FLOORS[floor], description(floor), area(floor), verified, entries, rights, burdens,
				marks);
	}

	static int floors() {
		return FLOORS.length;
	}

	private List<City.Burden> burdens(List<City.Entry> entries, LocalDate after) {
		if (random.nextInt(100) >= 6) {
			return List.of();
		}
		OtherRight.Kind kind = pick(OtherRight.Kind.values());
		boolean easement = kind == OtherRight.Kind.EASEMENT;
		String holder = easement ? "المحضر " + (100 + random.nextInt(8_000)) + "، حق مرور" : people.stranger();
		OtherRight.Direction direction = easement && random.nextBoolean() ? OtherRight.Direction.FOR : OtherRight.Direction.AGAINST;
		entries.add(entry(Deed.Kind.RIGHT_CONTRACT, day(after, NEWEST)));
		return List.of(new City.Burden(kind, direction, holder, entries.size() - 1));
	}

	private List<City.Mark> marks(List<City.Entry> entries, LocalDate after) {
		List<City.Mark> marks = new ArrayList<>();
		if (random.nextInt(100) < 9) {
			marks.add(mark(Sign.Kind.MORTGAGE, Deed.Kind.MORTGAGE_CONTRACT, people.pick(names.banks()), entries, after));
		}
		if (random.nextInt(100) < 5) {
			marks.add(mark(Sign.Kind.LAWSUIT, Deed.Kind.LAWSUIT_NOTICE, people.stranger(), entries, after));
		}
		if (random.nextInt(100) < 3) {
			marks.add(mark(Sign.Kind.SEIZURE, Deed.Kind.COURT_ORDER, people.pick(names.agencies()), entries, after));
		}
		if (random.nextInt(100) < 2) {
			marks.add(mark(Sign.Kind.RESTRAINT, Deed.Kind.AGENCY_ORDER, people.pick(names.agencies()), entries, after));
		}
		return marks;
	}

	/** One in four has been lifted since. */
	private City.Mark mark(Sign.Kind kind, Deed.Kind deed, String inFavourOf, List<City.Entry> entries, LocalDate after) {
		LocalDate placed = day(after, NEWEST);
		entries.add(entry(deed, placed));
		int place = entries.size() - 1;
		Integer lifted = null;
		if (random.nextInt(4) == 0) {
			entries.add(entry(Deed.Kind.RELEASE, day(placed, NEWEST)));
			lifted = entries.size() - 1;
		}
		return new City.Mark(kind, kind == Sign.Kind.MORTGAGE ? 1 : null, inFavourOf, place, lifted);
	}

	private Deed.Kind deed(OwnersMaker.Way way) {
		if (way == OwnersMaker.Way.INHERITED) {
			return Deed.Kind.INHERITANCE;
		}
		int kind = random.nextInt(100);
		return kind < 78 ? Deed.Kind.SALE : kind < 88 ? Deed.Kind.GIFT : Deed.Kind.JUDGMENT;
	}

	private City.Entry entry(Deed.Kind kind, LocalDate since) {
		return new City.Entry(new Deed(kind, Integer.toString(1 + random.nextInt(4_000)), since.minusDays(1 + random.nextInt(20))), since);
	}

	private LocalDate day(LocalDate from, LocalDate until) {
		return from.plusDays(random.nextLong(until.toEpochDay() - from.toEpochDay() + 1));
	}

	private String description(int floor) {
		if (floor < 0) {
			return pick(WHOLE);
		}
		return pick(floor == 0 ? GROUND : FLAT) + "، الطابق " + FLOORS[floor];
	}

	private BigDecimal area(int floor) {
		int least = floor < 0 ? 9_000 : floor == 0 ? 1_800 : 6_500;
		int most = floor < 0 ? 65_000 : floor == 0 ? 14_000 : 21_000;
		return BigDecimal.valueOf(least + random.nextInt((most - least) / 5) * 5L, 2);
	}

	private <T> T pick(T[] of) {
		return of[random.nextInt(of.length)];
	}
}
