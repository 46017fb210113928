package org.nafidha.agencies.sim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What the registries say of a national number: invented, and the same at every question. */
final class InventedPeople {

	private static final List<String> MEN = List.of("محمد", "أحمد", "خالد", "عمر", "يوسف", "حسن", "إبراهيم", "عبد الله", "مصطفى", "سامر", "نبيل",
			"طارق");
	private static final List<String> WOMEN = List.of("فاطمة", "سمر", "هدى", "ليلى", "مريم", "رنا", "نور", "هالة", "ريم", "سلمى", "وفاء", "عبير");
	private static final List<String> FAMILIES = List.of("الحلبي", "قباني", "صباغ", "خياط", "نجار", "حداد", "شامي", "كيالي", "مدرس", "جابري", "رفاعي",
			"عطار");
	private static final List<String> OFFICES = List.of("أمانة الجميلية", "أمانة الشعار", "أمانة السليمانية", "أمانة باب النيرب", "أمانة الحمدانية");
	private static final List<String> ZONES = List.of("الجميلية", "العزيزية", "السليمانية", "الحمدانية", "الشهباء");

	/** Of a hundred people so many come in person before they get a no-conviction certificate, are employed by the state, have died, married, divorced. */
	private static final int COME_IN_PERSON = 3;
	private static final int EMPLOYED = 25;
	private static final int DEAD = 3;
	private static final int MARRIED = 70;
	private static final int DIVORCED = 8;
	/** Nobody born later is married or divorced. */
	private static final LocalDate LAST_TO_MARRY = LocalDate.of(2000, 12, 31);

	private final long seed;

	private final Map<String, Map<String, Object>> known;

	/** @param known by national number: fields of people who are invented elsewhere */
	InventedPeople(long seed, Map<String, Map<String, Object>> known) {
		this.seed = seed;
		this.known = known;
	}

	/** The answer of a service about a person; empty when there is nothing to tell. */
	Map<String, Object> about(String service, String number) {
		return switch (service) {
			case "no-conviction" -> clean(number);
			case "not-employed" -> Map.of("employed", !known(number) && random(number + "/employment").nextInt(100) < EMPLOYED);
			case "alphabetical-index" -> index(person(number), random(number + "/properties"));
			default -> new CivilRegistry(this).paper(service, person(number));
		};
	}

	/** Whom the centre knows bears the names it knows, and lives. */
	private Map<String, Object> person(String number) {
		SplittableRandom random = random(number);
		Map<String, Object> person = somebody(random, random.nextBoolean());
		person.putAll(known.getOrDefault(number, Map.of()));
		boolean dead = random.nextInt(100) < DEAD;
		int state = random.nextInt(100);
		boolean single = state >= MARRIED + DIVORCED || LocalDate.parse(String.valueOf(person.get("birthDate"))).isAfter(LAST_TO_MARRY);
		person.put("alive", known(number) || !dead);
		person.put("maritalStatus", single ? "single" : state < MARRIED ? "married" : "divorced");
		person.put("nationalNumber", number);
		return person;
	}

	boolean known(String number) {
		return known.containsKey(number);
	}

	SplittableRandom random(String of) {
		long mixed = seed;
		for (int i = 0; i < of.length(); i++) {
			mixed = mixed * 1_000_003 + of.charAt(i);
		}
		return new SplittableRandom(mixed);
	}

	/** Without a number, and without what became of them. */
	static Map<String, Object> somebody(SplittableRandom random, boolean woman) {
		String first = pick(random, woman ? WOMEN : MEN);
		String father = pick(random, MEN);
		String family = pick(random, FAMILIES);
		Map<String, Object> person = new LinkedHashMap<>();
		person.put("firstName", first);
		person.put("father", father);
		person.put("familyName", family);
		person.put("fullName", first + " " + father + " " + family);
		person.put("mother", pick(random, WOMEN) + " " + pick(random, FAMILIES));
		person.put("birthPlace", "حلب");
		person.put("birthDate", date(random, 1950, 2004));
		person.put("sex", woman ? "female" : "male");
		person.put("nationality", "SY");
		person.put("registryOffice", pick(random, OFFICES));
		person.put("entry", Integer.toString(1 + random.nextInt(999)));
		person.put("page", Integer.toString(1 + random.nextInt(300)));
		return person;
	}

	/** Whom the centre knows need not come: a demonstration goes the usual way. */
	private Map<String, Object> clean(String number) {
		boolean comeInPerson = !known(number) && random(number + "/conviction").nextInt(100) < COME_IN_PERSON;
		return Map.of("clean", !comeInPerson, "comeInPerson", comeInPerson, "validUntil",
				LocalDate.now(java.time.ZoneOffset.UTC).plusDays(90).toString());
	}

	private static Map<String, Object> index(Map<String, Object> person, SplittableRandom random) {
		List<Map<String, String>> properties = new ArrayList<>();
		for (int i = random.nextInt(4); i > 0; i--) {
			properties.add(Map.of("zoneName", pick(random, ZONES), "parcel", Integer.toString(100 + random.nextInt(5_000)), "section",
					Integer.toString(1 + random.nextInt(20)), "shares", random.nextBoolean() ? "2400" : "1200", "description", "دار سكنية", "sheet",
					Integer.toString(1 + random.nextInt(9_000))));
		}
		return Map.of("fullName", person.get("fullName"), "father", person.get("father"), "nationalNumber", person.get("nationalNumber"),
				"properties",
				properties);
	}

	static String fullName(SplittableRandom random) {
		return pick(random, MEN) + " " + pick(random, MEN) + " " + pick(random, FAMILIES);
	}

	static String number(SplittableRandom random) {
		return "0201" + (1_000_000 + random.nextInt(9_000_000));
	}

	static String date(SplittableRandom random, int from, int to) {
		return LocalDate.of(from, 1, 1).plusDays(random.nextInt((to - from) * 365)).toString();
	}

	static String pick(SplittableRandom random, List<String> of) {
		return of.get(random.nextInt(of.size()));
	}
}
