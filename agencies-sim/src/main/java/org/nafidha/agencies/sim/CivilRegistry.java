package org.nafidha.agencies.sim;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The civil registry's papers, all of one person agreeing with one another: nobody marries as a child, is divorced unmarried or dies before that. */
record CivilRegistry(InventedPeople people) {

	private static final List<String> COURTS = List.of("المحكمة الشرعية الأولى بحلب", "المحكمة الشرعية الثانية بحلب");
	private static final List<String> DIVORCES = List.of("revocable", "irrevocable", "mutual", "judicial");
	/** Nothing that is invented happens later. */
	private static final LocalDate LAST_EVENT = LocalDate.of(2025, 1, 1);
	private static final LocalDate FIRST_DEATH = LocalDate.of(2012, 1, 1);
	private static final int MOST_CHILDREN = 5;

	/** Empty when there is nothing to tell. */
	Map<String, Object> paper(String service, Map<String, Object> person) {
		return switch (service) {
			case "person" -> person;
			case "individual-extract" -> extract(person);
			case "family-extract" -> married(person) ? ownFamily(person) : fathersFamily(person);
			case "birth" -> birth(person);
			case "marriage" -> married(person) ? event(person, "marriage") : Map.of();
			case "divorce" -> divorced(person) ? event(person, "divorce") : Map.of();
			case "death" -> Boolean.TRUE.equals(person.get("alive")) ? Map.of() : death(person);
			default -> Map.of();
		};
	}

	/** Or has been. */
	private static boolean married(Map<String, Object> person) {
		return !"single".equals(person.get("maritalStatus"));
	}

	private static boolean divorced(Map<String, Object> person) {
		return "divorced".equals(person.get("maritalStatus"));
	}

	private Map<String, Object> extract(Map<String, Object> person) {
		List<Map<String, String>> events = new ArrayList<>();
		for (String kind : List.of("marriage", "divorce", "death")) {
			Map<String, Object> event = paper(kind, person);
			if (!event.isEmpty()) {
				events.add(Map.of("kind", kind, "on", text(event, kind + "Date"), "note", "واقعة " + event.get("eventNumber")));
			}
		}
		Map<String, Object> extract = new LinkedHashMap<>(person);
		extract.put("events", events);
		return extract;
	}

	private Map<String, Object> birth(Map<String, Object> person) {
		Map<String, Object> birth = new LinkedHashMap<>(person);
		birth.put("eventNumber", number(random(person, "birth"), 9_000));
		birth.put("eventDate", born(person).plusDays(5).toString());
		return birth;
	}

	private Map<String, Object> death(Map<String, Object> person) {
		SplittableRandom random = random(person, "death");
		LocalDate after = married(person) ? wedding(person).plusYears(2) : born(person).plusYears(15);
		LocalDate on = day(random, after.isBefore(FIRST_DEATH) ? FIRST_DEATH : after, LAST_EVENT);
		Map<String, Object> death = new LinkedHashMap<>(person);
		death.putAll(Map.of("deathPlace", "حلب", "deathDate", on.toString(), "eventDate", on.plusDays(2).toString(), "eventNumber",
				number(random, 9_000)));
		return death;
	}

	private Map<String, Object> event(Map<String, Object> person, String kind) {
		SplittableRandom random = random(person, kind);
		boolean marriage = kind.equals("marriage");
		LocalDate on = marriage ? wedding(person) : day(random, wedding(person).plusMonths(6), wedding(person).plusMonths(18));
		Map<String, Object> event = new LinkedHashMap<>();
		side(event, woman(person) ? "wife" : "husband", person);
		side(event, woman(person) ? "husband" : "wife", spouse(person));
		event.put("court", InventedPeople.pick(random, COURTS));
		event.put("registryOffice", person.get("registryOffice"));
		event.put("entry", person.get("entry"));
		event.put("eventNumber", number(random, 9_000));
		event.put("eventDate", on.plusDays(12).toString());
		event.put(kind + "Date", on.toString());
		event.put(marriage ? "contractNumber" : "judgmentNumber", number(random, 5_000));
		event.put(marriage ? "marriagePlace" : "divorceKind", marriage ? "حلب" : InventedPeople.pick(random, DIVORCES));
		return event;
	}

	private static void side(Map<String, Object> event, String which, Map<String, Object> person) {
		event.put(which, person.get("fullName"));
		event.put(which + "Number", person.get("nationalNumber"));
		event.put(which + "Mother", person.get("mother"));
		event.put(which + "Birth", person.get("birthPlace") + " " + person.get("birthDate"));
	}

	/** Whom they are or were married to: of the other sex, and about as old. */
	private Map<String, Object> spouse(Map<String, Object> person) {
		SplittableRandom random = random(person, "spouse");
		LocalDate born = born(person).plusDays((woman(person) ? -1 : 1) * (long) random.nextInt(2 * 365));
		Map<String, Object> spouse = InventedPeople.somebody(random, !woman(person));
		spouse.put("birthDate", born.toString());
		spouse.put("nationalNumber", InventedPeople.number(random));
		spouse.put("maritalStatus", person.get("maritalStatus"));
		return spouse;
	}

	/** At 20 to 23: two years before anything invented ends at the latest. */
	private LocalDate wedding(Map<String, Object> person) {
		return day(random(person, "wedding"), born(person).plusYears(20), born(person).plusYears(23));
	}

	private Map<String, Object> ownFamily(Map<String, Object> person) {
		Map<String, Object> husband = woman(person) ? spouse(person) : person;
		Map<String, Object> wife = woman(person) ? person : spouse(person);
		SplittableRandom random = random(person, "children");
		List<Map<String, String>> members = new ArrayList<>();
		members.add(member("head", husband, text(husband, "maritalStatus")));
		members.add(member("wife", wife, text(wife, "maritalStatus")));
		Map<String, Object> death = paper("death", person);
		LocalDate together = divorced(person) ? wedding(person).plusYears(2) : LAST_EVENT;
		LocalDate last = death.isEmpty() ? together : LocalDate.parse(text(death, "deathDate"));
		LocalDate born = wedding(person).plusDays(300 + random.nextInt(400));
		for (int i = random.nextInt(MOST_CHILDREN); i > 0 && born.isBefore(last) && born.isBefore(together); i--) {
			members.add(child(random, husband, wife, born));
			born = born.plusDays(400 + random.nextInt(1_000));
		}
		return family(text(husband, "fullName"), person, members);
	}

	private Map<String, Object> fathersFamily(Map<String, Object> person) {
		SplittableRandom random = random(person, "parents");
		Map<String, Object> father = InventedPeople.somebody(random, false);
		father.put("fullName", person.get("father") + " " + father.get("father") + " " + person.get("familyName"));
		father.put("firstName", person.get("father"));
		father.put("familyName", person.get("familyName"));
		father.put("birthDate", born(person).minusYears(27).minusDays(random.nextInt(2_000)).toString());
		father.put("nationalNumber", InventedPeople.number(random));
		Map<String, Object> mother = InventedPeople.somebody(random, true);
		mother.put("fullName", person.get("mother"));
		mother.put("birthDate", born(person).minusYears(22).minusDays(random.nextInt(1_000)).toString());
		mother.put("nationalNumber", InventedPeople.number(random));
		List<Map<String, String>> members = new ArrayList<>();
		members.add(member("head", father, "married"));
		members.add(member("wife", mother, "married"));
		members.add(member(woman(person) ? "daughter" : "son", person, text(person, "maritalStatus")));
		LocalDate born = born(person).plusDays(400 + random.nextInt(600));
		for (int i = random.nextInt(MOST_CHILDREN); i > 0 && born.isBefore(LAST_EVENT); i--) {
			members.add(child(random, father, mother, born));
			born = born.plusDays(400 + random.nextInt(600));
		}
		return family(text(father, "fullName"), person, members);
	}

	private static Map<String, Object> family(String head, Map<String, Object> person, List<Map<String, String>> members) {
		return Map.of("head", head, "registryOffice", person.get("registryOffice"), "entry", person.get("entry"), "page", person.get("page"),
				"nationalNumber", person.get("nationalNumber"), "members", members);
	}

	private static Map<String, String> child(SplittableRandom random, Map<String, Object> father, Map<String, Object> mother, LocalDate born) {
		boolean daughter = random.nextBoolean();
		Map<String, Object> child = InventedPeople.somebody(random, daughter);
		child.put("fullName", child.get("firstName") + " " + father.get("firstName") + " " + father.get("familyName"));
		child.put("mother", mother.get("fullName"));
		child.put("birthDate", born.toString());
		child.put("nationalNumber", InventedPeople.number(random));
		return member(daughter ? "daughter" : "son", child, "single");
	}

	private static Map<String, String> member(String relation, Map<String, Object> person, String state) {
		return Map.of("relation", relation, "name", text(person, "fullName"), "mother", text(person, "mother"), "birthDate",
				text(person, "birthDate"),
				"birthPlace", text(person, "birthPlace"), "sex", text(person, "sex"), "state", state, "nationalNumber",
				text(person, "nationalNumber"));
	}

	private SplittableRandom random(Map<String, Object> person, String topic) {
		return people.random(person.get("nationalNumber") + "/" + topic);
	}

	private static boolean woman(Map<String, Object> person) {
		return "female".equals(person.get("sex"));
	}

	private static LocalDate born(Map<String, Object> person) {
		return LocalDate.parse(text(person, "birthDate"));
	}

	/** From the first to before the last; the first, where there is none between. */
	private static LocalDate day(SplittableRandom random, LocalDate first, LocalDate last) {
		return first.plusDays(random.nextInt((int) Math.max(1, first.until(last, ChronoUnit.DAYS))));
	}

	private static String number(SplittableRandom random, int largest) {
		return Integer.toString(1 + random.nextInt(largest));
	}

	private static String text(Map<String, Object> of, String field) {
		return String.valueOf(of.get(field));
	}
}
