package org.nafidha.cases.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * A procedure made by chance, as text. {@link #sound} ones only lead forward, with bounded returns for correction, so every case ends;
 * {@link #broken} ones are sound ones with one thing spoilt; {@link #any} lead anywhere, and nobody knows beforehand what they are.
 */
final class RandomProcedure {

	private static final List<String> UNITS = List.of("old-city", "social", "archive");
	private static final String REVIEW = "review: { ar: خ, en: %s }, by: reviewer, unit: technical-affairs/building-control, deadline: 1 working day";
	private static final String LAPSED = "lapsed";

	private final SplittableRandom random;
	private final Map<String, String> steps = new LinkedHashMap<>();
	private final Map<String, Set<String>> decisions = new LinkedHashMap<>();
	private final Set<String> ends = new TreeSet<>();
	private final List<String> evidence = new ArrayList<>();

	private RandomProcedure(SplittableRandom random) {
		this.random = random;
	}

	static String sound(SplittableRandom random) {
		return forward(random).text();
	}

	static String any(SplittableRandom random) {
		RandomProcedure made = new RandomProcedure(random);
		int count = random.nextInt(1, 6);
		for (int i = 0; i < count; i++) {
			made.step(i, () -> {
				int to = random.nextInt(count + 2);
				return to < count ? "s" + to : made.end(to == count ? "good" : "bad");
			}, random.nextInt(3));
		}
		return made.text();
	}

	/** Nothing by chance: two consultations in one act that ask nobody unless the way is a, against the order of their names. */
	static String passingTwoConsultations() {
		RandomProcedure made = new RandomProcedure(new SplittableRandom(0));
		made.consultation("s0", "r", made.end("bad"), 1, "all", ", when: 'way = \"a\"'");
		made.consultation("r", made.end("good"), made.end("bad"), 1, "all", ", when: 'way = \"a\"'");
		return made.text();
	}

	/** @param how which of the {@link #WAYS_TO_BREAK} */
	static String broken(SplittableRandom random, int how) {
		RandomProcedure made = forward(random);
		switch (how) {
			case 0 -> made.review("extra", Map.of("yes", "nowhere"), "");
			case 1 -> made.review("extra", Map.of("yes", made.end("good")), "");
			case 2 -> {
				made.lead("extra");
				made.review("extra", Map.of("yes", "other"), "");
				made.review("other", Map.of("yes", "extra"), "");
			}
			case 3 -> {
				made.lead("extra");
				made.review("extra", Map.of("yes", "begin", "no", made.end("bad")), "");
			}
			case 4 -> {
				made.lead("extra");
				made.review("extra", Map.of("yes", "other"), "");
				made.review("other", Map.of("yes", "extra"), ", atMost: 1");
			}
			case 5 -> {
				made.lead("extra");
				made.review("extra", Map.of("yes", made.end("good")), ", onBreach: { deemed: never, legal: law }");
			}
			case 6 -> {
				made.lead("extra");
				made.consultation("extra", made.end("good"), made.end("bad"), 2, "3", "");
			}
			default -> {
				made.lead("extra");
				made.steps.put("extra",
						"choice: [ { when: 'wya = \"a\"', then: " + made.end("good") + " }, { otherwise: " + made.end("bad") + " } ]");
			}
		}
		return made.text();
	}

	static final int WAYS_TO_BREAK = 8;

	private static RandomProcedure forward(SplittableRandom random) {
		RandomProcedure made = new RandomProcedure(random);
		int count = random.nextInt(1, 8);
		for (int i = 0; i < count; i++) {
			int at = i;
			boolean[] first = {true};
			made.step(i, () -> {
				int to = first[0] ? at + 1 : random.nextInt(at + 1, count + 2);
				first[0] = false;
				return to < count ? "s" + to : made.end(to == count ? "good" : "bad");
			}, 0);
		}
		return made;
	}

	/** From a new beginning the case can come to the step, or to what was the beginning before. */
	private void lead(String to) {
		review("begin", new LinkedHashMap<>(Map.of("there", to, "on", "s0")), "");
	}

	private interface Target {
		String next();
	}

	private void step(int number, Target target, int atMost) {
		String id = "s" + number;
		String bound = atMost == 0 ? "" : ", atMost: " + atMost;
		switch (random.nextInt(8)) {
			case 0 -> steps.put(id, "choice: [ { when: 'way = \"a\"', then: " + target.next() + " }, { when: 'way = \"b\"', then: " + target.next()
					+ " }, { otherwise: " + target.next() + " } ]");
			case 1 -> consultation(id, target.next(), target.next(), random.nextInt(1, 4), List.of("all", "any", "1").get(random.nextInt(3)),
					random.nextBoolean() ? ", when: 'way = \"a\"'" : "");
			case 2 ->
				steps.put(id, "wait: { ar: ظ, en: " + id + " }, event: it, within: 1 working day, then: { happened: " + target.next() + ", lapsed: "
						+ target.next() + " }");
			case 7 -> {
				evidence.add(id + "e");
				evidence.add(id + "f");
				steps.put(id,
						"fetch: { ar: ج, en: " + id + " }, of: [" + id + "e, " + id + "f], within: 1 working day, then: { fetched: " + target.next()
								+ ", missing: " + target.next() + " }");
			}
			case 3 -> steps.put(id, "automation: test.wait, title: { ar: آ, en: " + id + " }, within: 1 working day, then: { done: " + target.next()
					+ ", lapsed: " + target.next() + " }");
			case 4 -> {
				String back = id + "-back";
				Map<String, String> then = new LinkedHashMap<>(Map.of("yes", target.next()));
				then.put("again", back);
				review(id, then, "");
				steps.put(back, "correction: { ar: ص, en: " + back + " }, of: " + id + ", within: 1 working day, atMost: " + random.nextInt(1, 3)
						+ ", then: { corrected: " + id + ", lapsed: " + end(LAPSED) + " }");
			}
			default -> {
				Map<String, String> then = new LinkedHashMap<>();
				int outcomes = random.nextInt(1, 4);
				for (int i = 0; i < outcomes; i++) {
					then.put("o" + i, target.next());
				}
				review(id, then, bound);
			}
		}
	}

	private void review(String id, Map<String, String> then, String more) {
		List<String> outcomes = new ArrayList<>();
		then.forEach((outcome, to) -> outcomes.add(outcome + ": " + to));
		steps.put(id, REVIEW.formatted(id) + more + ", then: { " + String.join(", ", outcomes) + " }");
		decisions.put(id, new TreeSet<>(then.keySet()));
	}

	private void consultation(String id, String consent, String objection, int asked, String join, String when) {
		List<String> opinions = new ArrayList<>();
		for (String unit : UNITS.subList(0, asked)) {
			opinions.add(unit + ": { ar: ر, en: " + unit + ", by: reviewer, unit: " + unit + ", deadline: 1 working day" + when + " }");
		}
		steps.put(id,
				"consultation: { ar: ش, en: " + id + " }, join: " + join + ", of: { " + String.join(", ", opinions) + " }, then: { consent: "
						+ consent
						+ ", objection: " + objection + " }");
		decisions.put(id, Set.of("consent", "objection"));
	}

	private String end(String id) {
		ends.add(id);
		return id;
	}

	private String text() {
		StringBuilder text = new StringBuilder("""
				procedure: made-by-chance
				version: 1
				name: { ar: م, en: made by chance }
				summary: { ar: م, en: made by chance }
				owner: technical-affairs/building-control
				channels: [counter]
				legal: { law: { ar: ق, en: law } }
				keywords: [chance]
				keep: 1 year
				document: { code: MBC, template: paper, title: { ar: و, en: paper }, signatory: { ar: م, en: someone } }
				appeal: { within: 30 days, to: { ar: م, en: somebody } }
				statutoryTerm: 900 working days
				inputs:
				  way: { type: choice, label: { ar: ط, en: way }, of: { a: { ar: أ, en: a }, b: { ar: ب, en: b }, c: { ar: ج, en: c } } }
				fees: {}
				""").append(evidence.isEmpty() ? "" : "evidence:\n");
		evidence.forEach(id -> text.append("  ").append(id).append(": { from: test.ask, given: { note: way }, when: ")
				.append(id.endsWith("e") ? "true" : "'way = \"a\"'").append(", title: { ar: ث, en: ").append(id)
				.append(" }, holder: { ar: ج, en: agency } }\n"));
		text.append("start: ").append(steps.containsKey("begin") ? "begin" : "s0").append("\nsteps:\n");
		steps.forEach((id, content) -> text.append("  ").append(id).append(": { ").append(content).append(" }\n"));
		text.append(decisions.isEmpty() ? "" : "decisions:\n");
		decisions.forEach((id, outcomes) -> {
			text.append("  ").append(id).append(":\n");
			outcomes.forEach(outcome -> text.append("    ").append(outcome).append(": { ar: ن, en: ").append(outcome)
					.append(", reasons: { because: { ar: س, en: because, legal: law } } }\n"));
		});
		text.append("ends:\n");
		(ends.isEmpty() ? Set.of("good") : ends).forEach(id -> text.append("  ").append(id).append(": { granted: ").append(id.equals("good"))
				.append(id.equals("good") ? "" : ", reason: why").append(", title: { ar: ن, en: ").append(id).append(" } }\n"));
		return text.toString();
	}
}
