package org.nafidha.procedures.internal;

import static org.nafidha.procedures.internal.YamlSource.child;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Step;

/** A procedure as a graph: steps and ends, and the outcomes between them. */
final class Flow {

	/**
	 * One outcome.
	 *
	 * @param words what a person would call it
	 * @param path where it stands in the file
	 */
	record Edge(String from, String outcome, LocalizedText words, String to, String path) {
	}

	private final Procedure procedure;
	private final Words words;
	private final Map<String, List<Edge>> out = new LinkedHashMap<>();
	private final List<Edge> loose = new ArrayList<>();

	Flow(Procedure procedure, Words words) {
		this.procedure = procedure;
		this.words = words;
		for (Step step : procedure.steps().values()) {
			List<Edge> edges = new ArrayList<>();
			for (Edge edge : edges(step)) {
				(exists(edge.to()) ? edges : loose).add(edge);
			}
			out.put(step.id(), List.copyOf(edges));
		}
	}

	Procedure procedure() {
		return procedure;
	}

	boolean exists(String node) {
		return procedure.steps().containsKey(node) || procedure.ends().containsKey(node);
	}

	/** Outcomes that lead to something that is not there. */
	List<Edge> loose() {
		return loose;
	}

	List<Edge> from(String node) {
		return out.getOrDefault(node, List.of());
	}

	List<Edge> edges() {
		return out.values().stream().flatMap(List::stream).toList();
	}

	/** Also the end of a withdrawal, which the applicant can reach from anywhere. */
	Set<String> reachable() {
		Set<String> reachable = new HashSet<>(reachableFrom(procedure.start()));
		if (procedure.withdrawal() != null) {
			reachable.add(procedure.withdrawal());
		}
		return reachable;
	}

	/** Every human step: reviews, inspections, and the opinions of consultations. */
	List<Step.Review> reviews() {
		return reviews(procedure).toList();
	}

	/** Those of consultations too; their ids have a point. */
	static Stream<Step.Review> reviews(Procedure procedure) {
		return procedure.steps().values().stream().flatMap(Flow::reviews);
	}

	private static Stream<Step.Review> reviews(Step step) {
		return switch (step) {
			case Step.Review review -> Stream.of(review);
			case Step.Consultation consultation -> consultation.opinions().stream().map(Step.Consultation.Opinion::review);
			default -> Stream.of();
		};
	}

	/** The node of the graph that a human step belongs to: itself, or the consultation of an opinion. */
	static String node(Step.Review review) {
		int dot = review.id().indexOf('.');
		return dot < 0 ? review.id() : review.id().substring(0, dot);
	}

	/** Where a human step stands in the file. */
	static String path(Step.Review review) {
		int dot = review.id().indexOf('.');
		return dot < 0 ? child("/steps", review.id()) : child(child("/steps", node(review)) + "/of", review.id().substring(dot + 1));
	}

	Set<String> reachableFrom(String node) {
		Set<String> seen = new HashSet<>();
		ArrayDeque<String> next = new ArrayDeque<>(List.of(node));
		while (!next.isEmpty()) {
			String at = next.removeFirst();
			if (seen.add(at)) {
				from(at).forEach(edge -> next.add(edge.to()));
			}
		}
		return seen;
	}

	/** The shortest way from the start to a node that satisfies, over allowed edges only; empty list if the start itself does. */
	Optional<List<Edge>> shortest(Predicate<String> goal, Predicate<Edge> allowed) {
		return shortest(procedure.start(), goal, allowed);
	}

	Optional<List<Edge>> shortest(String begin, Predicate<String> goal, Predicate<Edge> allowed) {
		Map<String, Edge> came = new HashMap<>();
		ArrayDeque<String> next = new ArrayDeque<>(List.of(begin));
		Set<String> seen = new HashSet<>(List.of(begin));
		while (!next.isEmpty()) {
			String at = next.removeFirst();
			if (goal.test(at)) {
				return Optional.of(trace(begin, at, came));
			}
			for (Edge edge : from(at)) {
				if (allowed.test(edge) && seen.add(edge.to())) {
					came.put(edge.to(), edge);
					next.add(edge.to());
				}
			}
		}
		return Optional.empty();
	}

	private static List<Edge> trace(String begin, String end, Map<String, Edge> came) {
		List<Edge> way = new ArrayList<>();
		for (String at = end; !at.equals(begin);) {
			Edge edge = came.get(at);
			if (edge == null) {
				throw new IllegalStateException("no way back from " + at);
			}
			way.add(edge);
			at = edge.from();
		}
		Collections.reverse(way);
		return way;
	}

	/** The way in words, from the step where it begins. */
	LocalizedText words(String begin, List<Edge> way) {
		LocalizedText text = words.of("procedures.path.begin", "step", title(begin));
		for (Edge edge : way) {
			text = words.of("procedures.path.next", "path", text, "outcome", edge.words(), "step", title(edge.to()));
		}
		return text;
	}

	LocalizedText words(List<Edge> way) {
		return words(procedure.start(), way);
	}

	/** Title of a step or end; its id if there is none. */
	LocalizedText title(String node) {
		Step step = procedure.step(node);
		if (step != null) {
			return step.title();
		}
		Procedure.End end = procedure.ends().get(node);
		return end == null ? Words.both(node) : end.title();
	}

	private List<Edge> edges(Step step) {
		String then = child("/steps", step.id()) + "/then";
		return switch (step) {
			case Step.Review review -> review.outcomes().stream()
					.map(outcome -> new Edge(review.id(), outcome.id(), outcome.label(), outcome.to(), child(then, outcome.id()))).toList();
			case Step.Consultation asked -> List.of(edge(step, Step.Consultation.CONSENT, asked.consent()),
					edge(step, Step.Consultation.OBJECTION, asked.objection()));
			case Step.Fetch fetch -> List.of(edge(step, Step.Fetch.FETCHED, fetch.fetched()), edge(step, Step.Fetch.MISSING, fetch.missing()));
			case Step.Wait wait -> wait.then().entrySet().stream().map(entry -> edge(step, entry.getKey(), entry.getValue())).toList();
			case Step.Automated automated -> automated.then().entrySet().stream().map(entry -> edge(step, entry.getKey(), entry.getValue())).toList();
			case Step.Correction correction -> List.of(edge(step, "corrected", correction.corrected()), edge(step, "lapsed", correction.lapsed()));
			case Step.Choice choice -> branches(choice);
		};
	}

	private Edge edge(Step step, String outcome, String to) {
		return new Edge(step.id(), outcome, words.orPlain("procedures.outcome." + outcome, outcome), to,
				child(child("/steps", step.id()) + "/then", outcome));
	}

	private List<Edge> branches(Step.Choice choice) {
		String path = child("/steps", choice.id()) + "/choice";
		List<Edge> edges = new ArrayList<>();
		for (Step.Choice.Branch branch : choice.branches()) {
			String at = path + "/" + edges.size();
			edges.add(new Edge(choice.id(), branch.when().text(), words.of("procedures.outcome.when", "formula", branch.when().text()), branch.to(),
					at + "/then"));
		}
		edges.add(new Edge(choice.id(), "otherwise", words.of("procedures.outcome.otherwise"), choice.otherwise(),
				path + "/" + edges.size() + "/otherwise"));
		return edges;
	}
}
