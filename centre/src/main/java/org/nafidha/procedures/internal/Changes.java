package org.nafidha.procedures.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Evidence;
import org.nafidha.procedures.Procedure.Fee;
import org.nafidha.procedures.Procedure.Input;
import org.nafidha.procedures.Step;

/** What a new version changes for people, in sentences. */
final class Changes {

	private final Procedure before;
	private final Procedure after;
	private final Words words;
	private final List<LocalizedText> said = new ArrayList<>();

	private Changes(Procedure before, Procedure after, Words words) {
		this.before = before;
		this.after = after;
		this.words = words;
	}

	static List<LocalizedText> between(Procedure before, Procedure after, Words words) {
		Changes changes = new Changes(before, after, words);
		changes.whole();
		changes.fees();
		changes.inputs();
		changes.evidence();
		changes.steps();
		changes.ends();
		return List.copyOf(changes.said);
	}

	private void say(String key, Object... values) {
		said.add(words.of("procedures.change." + key, values));
	}

	private void differs(String key, @Nullable Object one, @Nullable Object other, Object... values) {
		if (!Objects.equals(one, other)) {
			List<Object> all = new ArrayList<>(List.of(values));
			all.addAll(List.of("from", told(one), "to", told(other)));
			say(key, all.toArray());
		}
	}

	private Object told(@Nullable Object value) {
		return value == null ? words.of("procedures.change.nothing") : value instanceof String text && text.isBlank() ? "—" : value;
	}

	private void whole() {
		differs("name", before.name(), after.name());
		differs("owner", before.owner(), after.owner());
		differs("channels", sorted(before.channels()), sorted(after.channels()));
		differs("term", before.statutoryDays(), after.statutoryDays());
		differs("eligibility", before.eligibility() == null ? null : before.eligibility().mayAsk().text(),
				after.eligibility() == null ? null : after.eligibility().mayAsk().text());
		differs("appeal", before.appeal() == null ? null : before.appeal().withinDays(), after.appeal() == null ? null : after.appeal().withinDays());
		differs("document", before.document() == null ? null : before.document().title(), after.document() == null ? null : after.document().title());
		differs("withdrawal", end(before), end(after));
		differs("start", title(before, before.start()), title(after, after.start()));
	}

	private static @Nullable Object end(Procedure procedure) {
		return procedure.withdrawal() == null ? null : title(procedure, procedure.withdrawal());
	}

	private static String sorted(Set<?> items) {
		return String.join(", ", items.stream().map(item -> String.valueOf(item).toLowerCase(java.util.Locale.ROOT)).sorted().toList());
	}

	private void fees() {
		pairs(before.fees(), after.fees(), Fee::id).forEach((id, pair) -> {
			if (pair.one() == null) {
				say("fee.new", "fee", pair.any().title(), "amount", pair.any().amount().text());
			} else if (pair.other() == null) {
				say("fee.gone", "fee", pair.any().title());
			} else {
				differs("fee.amount", pair.one().amount().text(), pair.other().amount().text(), "fee", pair.any().title());
				differs("fee.account", pair.one().account(), pair.other().account(), "fee", pair.any().title());
			}
		});
	}

	private void inputs() {
		pairs(before.inputs(), after.inputs(), Input::id).forEach((id, pair) -> {
			if (pair.one() == null) {
				say(pair.any().required() ? "input.new" : "input.new-optional", "input", pair.any().label());
			} else if (pair.other() == null) {
				say("input.gone", "input", pair.any().label());
			} else {
				if (pair.one().required() != pair.other().required()) {
					say(pair.other().required() ? "input.required" : "input.optional", "input", pair.any().label());
				}
				differs("input.options", options(pair.one()), options(pair.other()), "input", pair.any().label());
			}
		});
	}

	private static String options(Input input) {
		return String.join(", ", input.options().keySet());
	}

	private void evidence() {
		pairs(before.evidence(), after.evidence(), Evidence::id).forEach((id, pair) -> {
			String source = pair.any().fromCitizen() ? "brought" : "fetched";
			if (pair.one() == null) {
				say("evidence.new-" + source, "evidence", pair.any().title());
			} else if (pair.other() == null) {
				say("evidence.gone-" + source, "evidence", pair.any().title());
			} else {
				if (pair.one().fromCitizen() != pair.other().fromCitizen()) {
					say("evidence.now-" + source, "evidence", pair.any().title());
				}
				differs("evidence.when", text(pair.one()), text(pair.other()), "evidence", pair.any().title());
			}
		});
	}

	private static @Nullable String text(Evidence item) {
		return item.when() == null ? null : item.when().text();
	}

	private void steps() {
		pairs(List.copyOf(before.steps().values()), List.copyOf(after.steps().values()), Step::id).forEach((id, pair) -> {
			if (pair.one() == null) {
				say("step.new", "step", pair.any().title());
			} else if (pair.other() == null) {
				say("step.gone", "step", pair.any().title());
			} else {
				differs("step.title", pair.one().title(), pair.other().title());
				new StepChanges(words, said).between(pair.one(), pair.other());
				leads(pair.one(), pair.other());
			}
		});
	}

	/** Where each outcome leads, by the titles of both versions. */
	private void leads(Step one, Step other) {
		Map<String, Flow.Edge> was = edges(before, one);
		Map<String, Flow.Edge> is = edges(after, other);
		is.forEach((outcome, edge) -> {
			Flow.Edge former = was.get(outcome);
			if (former == null) {
				say("outcome.new", "step", other.title(), "outcome", edge.words(), "to", title(after, edge.to()));
			} else if (!former.to().equals(edge.to())) {
				say("outcome.to", "step", other.title(), "outcome", edge.words(), "from", title(before, former.to()), "to", title(after, edge.to()));
			}
		});
		was.forEach((outcome, edge) -> {
			if (!is.containsKey(outcome)) {
				say("outcome.gone", "step", other.title(), "outcome", edge.words());
			}
		});
	}

	private Map<String, Flow.Edge> edges(Procedure procedure, Step step) {
		Map<String, Flow.Edge> edges = new LinkedHashMap<>();
		Flow flow = new Flow(procedure, words);
		flow.from(step.id()).forEach(edge -> edges.put(edge.outcome(), edge));
		return edges;
	}

	private void ends() {
		pairs(List.copyOf(before.ends().values()), List.copyOf(after.ends().values()), Procedure.End::id).forEach((id, pair) -> {
			if (pair.one() == null) {
				say("end.new", "end", pair.any().title());
			} else if (pair.other() == null) {
				say("end.gone", "end", pair.any().title());
			} else {
				differs("end.title", pair.one().title(), pair.other().title());
			}
		});
	}

	private static LocalizedText title(Procedure procedure, String node) {
		Step step = procedure.step(node);
		Procedure.End end = procedure.ends().get(node);
		return step != null ? step.title() : end != null ? end.title() : Words.both(node);
	}

	/** The same thing in both versions; one is null where it came or went. */
	private record Pair<T>(@Nullable T one, @Nullable T other) {

		T any() {
			T any = other == null ? one : other;
			return Objects.requireNonNull(any);
		}
	}

	private static <T> Map<String, Pair<T>> pairs(List<T> one, List<T> other, Function<T, String> id) {
		Set<String> ids = new LinkedHashSet<>();
		one.forEach(item -> ids.add(id.apply(item)));
		other.forEach(item -> ids.add(id.apply(item)));
		Map<String, Pair<T>> pairs = new LinkedHashMap<>();
		ids.forEach(key -> pairs.put(key, new Pair<>(named(one, id, key), named(other, id, key))));
		return pairs;
	}

	private static <T> @Nullable T named(List<T> items, Function<T, String> id, String key) {
		return items.stream().filter(item -> id.apply(item).equals(key)).findFirst().orElse(null);
	}
}
