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
	private static final List<String> COURTS = List.of("المحكمة الشرعية الأولى بحلب", "المحكمة الشرعية الثانية بحلب");
	private static final List<String> ZONES = List.of("الجميلية", "العزيزية", "السليمانية", "الحمدانية", "الشهباء");

	/** Of a hundred people so many come in person before they get a no-conviction certificate, are employed by the state, have died, married, divorced. */
	private static final int COME_IN_PERSON = 3;
	private static final int EMPLOYED = 25;
	private static final int DEAD = 3;
	private static final int MARRIED = 70;
	private static final int DIVORCED = 8;

	private final long seed;

	private final Map<String, Map<String, Object>> known;

	/** @param known by national number: fields of people who are invented elsewhere */
	InventedPeople(long seed, Map<String, Map<String, Object>> known) {
		this.seed = seed;
		this.known = known;
	}

	/** The answer of a service about a person; empty when there is nothing to tell. */
	Map<String, Object> about(String service, String number) {
		SplittableRandom random = random(number);
		Map<String, Object> person = person(random);
		person.putAll(known.getOrDefault(number, Map.of()));
		boolean dead = !known.containsKey(number) && random.nextInt(100) < DEAD;
		boolean married = random.nextInt(100) < MARRIED;
		boolean divorced = random.nextInt(100) < DIVORCED;
		person.put("alive", !dead);
		person.put("maritalStatus", divorced ? "divorced" : married ? "married" : "single");
		person.put("nationalNumber", number);
		return switch (service) {
			case "person" -> person;
			case "individual-extract" -> extract(person, married, divorced);
			case "family-extract" -> family(person, random);
			case "birth" -> birth(person, random);
			case "marriage" -> married ? event(person, "marriage") : Map.of();
			case "divorce" -> divorced ? event(person, "divorce") : Map.of();
			case "death" -> dead ? death(person, random) : Map.of();
			case "no-conviction" -> clean(random);
			case "not-employed" -> Map.of("employed", random.nextInt(100) < EMPLOYED);
			case "alphabetical-index" ->
				Map.of("fullName", person.get("fullName"), "father", person.get("father"), "nationalNumber", number, "properties",
						properties(random));
			default -> Map.of();
		};
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

	private static Map<String, Object> person(SplittableRandom random) {
		boolean woman = random.nextBoolean();
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

	private static Map<String, Object> family(Map<String, Object> person, SplittableRandom random) {
		String family = String.valueOf(person.get("familyName"));
		String head = person.get("father") + " " + family;
		List<Map<String, String>> members = new ArrayList<>();
		members.add(member("head", head, random, 1950, 1965));
		members.add(member("wife", pick(random, WOMEN) + " " + pick(random, FAMILIES), random, 1955, 1970));
		for (int i = 0; i < 1 + random.nextInt(5); i++) {
			boolean daughter = random.nextBoolean();
			members.add(member(daughter ? "daughter" : "son", pick(random, daughter ? WOMEN : MEN) + " " + family, random, 1980, 2010));
		}
		return Map.of("head", head, "registryOffice", person.get("registryOffice"), "entry", person.get("entry"), "page", person.get("page"),
				"nationalNumber", person.get("nationalNumber"), "members", members);
	}

	private Map<String, Object> extract(Map<String, Object> person, boolean married, boolean divorced) {
		List<Map<String, String>> events = new ArrayList<>();
		if (married) {
			Map<String, Object> marriage = event(person, "marriage");
			events.add(
					Map.of("kind", "marriage", "on", String.valueOf(marriage.get("marriageDate")), "note", "واقعة " + marriage.get("eventNumber")));
		}
		if (divorced) {
			Map<String, Object> divorce = event(person, "divorce");
			events.add(Map.of("kind", "divorce", "on", String.valueOf(divorce.get("divorceDate")), "note", "واقعة " + divorce.get("eventNumber")));
		}
		Map<String, Object> extract = new LinkedHashMap<>(person);
		extract.put("events", events);
		return extract;
	}

	private static Map<String, String> member(String relation, String name, SplittableRandom random, int from, int to) {
		return Map.of("relation", relation, "name", name, "mother", pick(random, WOMEN), "birthDate", date(random, from, to), "birthPlace", "حلب",
				"sex", relation.equals("wife") || relation.equals("daughter") ? "female" : "male", "state", from < 1980 ? "married" : "single",
				"nationalNumber", number(random));
	}

	private static Map<String, Object> birth(Map<String, Object> person, SplittableRandom random) {
		Map<String, Object> birth = new LinkedHashMap<>(person);
		birth.put("eventNumber", Integer.toString(1 + random.nextInt(9_000)));
		birth.put("eventDate", LocalDate.parse(String.valueOf(person.get("birthDate"))).plusDays(5).toString());
		return birth;
	}

	/** Drawn by its kind alone, so that every service tells the same event. */
	private Map<String, Object> event(Map<String, Object> person, String kind) {
		SplittableRandom random = random(person.get("nationalNumber") + kind);
		boolean woman = "female".equals(person.get("sex"));
		String own = woman ? "wife" : "husband";
		String other = woman ? "husband" : "wife";
		Map<String, Object> event = new LinkedHashMap<>();
		event.put(own, person.get("fullName"));
		event.put(own + "Number", person.get("nationalNumber"));
		event.put(own + "Mother", person.get("mother"));
		event.put(own + "Birth", person.get("birthPlace") + " " + person.get("birthDate"));
		event.put(other, pick(random, woman ? MEN : WOMEN) + " " + pick(random, MEN) + " " + pick(random, FAMILIES));
		event.put(other + "Number", number(random));
		event.put(other + "Mother", pick(random, WOMEN) + " " + pick(random, FAMILIES));
		event.put(other + "Birth", "حلب " + date(random, 1960, 1990));
		event.put("court", pick(random, COURTS));
		event.put("registryOffice", person.get("registryOffice"));
		event.put("entry", person.get("entry"));
		event.put("eventNumber", Integer.toString(1 + random.nextInt(9_000)));
		boolean marriage = kind.equals("marriage");
		String on = marriage ? date(random, 2005, 2015) : date(random, 2016, 2024);
		event.put("eventDate", LocalDate.parse(on).plusDays(12).toString());
		event.put(kind + "Date", on);
		event.put(marriage ? "contractNumber" : "judgmentNumber", Integer.toString(1 + random.nextInt(5_000)));
		event.put(marriage ? "marriagePlace" : "divorceKind",
				marriage ? "حلب" : pick(random, List.of("revocable", "irrevocable", "mutual", "judicial")));
		return event;
	}

	private static Map<String, Object> death(Map<String, Object> person, SplittableRandom random) {
		Map<String, Object> death = new LinkedHashMap<>(person);
		String on = date(random, 2012, 2024);
		death.putAll(Map.of("deathPlace", "حلب", "deathDate", on, "eventDate", LocalDate.parse(on).plusDays(2).toString(), "eventNumber",
				Integer.toString(1 + random.nextInt(9_000))));
		return death;
	}

	private static Map<String, Object> clean(SplittableRandom random) {
		boolean comeInPerson = random.nextInt(100) < COME_IN_PERSON;
		return Map.of("clean", !comeInPerson, "comeInPerson", comeInPerson, "validUntil",
				LocalDate.now(java.time.ZoneOffset.UTC).plusDays(90).toString());
	}

	private static List<Map<String, String>> properties(SplittableRandom random) {
		List<Map<String, String>> properties = new ArrayList<>();
		for (int i = 0; i < random.nextInt(4); i++) {
			properties.add(Map.of("zoneName", pick(random, ZONES), "parcel", Integer.toString(100 + random.nextInt(5_000)), "section",
					Integer.toString(1 + random.nextInt(20)), "shares", random.nextBoolean() ? "2400" : "1200", "description", "دار سكنية", "sheet",
					Integer.toString(1 + random.nextInt(9_000))));
		}
		return properties;
	}

	static String fullName(SplittableRandom random) {
		return pick(random, MEN) + " " + pick(random, MEN) + " " + pick(random, FAMILIES);
	}

	private static String number(SplittableRandom random) {
		return "0201" + (1_000_000 + random.nextInt(9_000_000));
	}

	static String date(SplittableRandom random, int from, int to) {
		return LocalDate.of(from, 1, 1).plusDays(random.nextInt((to - from) * 365)).toString();
	}

	private static String pick(SplittableRandom random, List<String> of) {
		return of.get(random.nextInt(of.size()));
	}
}
