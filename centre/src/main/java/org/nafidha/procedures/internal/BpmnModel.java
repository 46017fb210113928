package org.nafidha.procedures.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.ProcedureViews;
import org.nafidha.procedures.Step;
import org.nafidha.procedures.Step.Consultation;

/**
 * A procedure in the terms of BPMN 2.0: tasks of people in the lane of their unit, what the applicant owes in the applicant's, the rest in a lane of
 * its own; after a task of several outcomes a gateway; terms that end by themselves as timers at the edge of their task.
 */
final class BpmnModel {

	/** Lanes that are no unit's. */
	static final String APPLICANT = ProcedureViews.APPLICANT_LANE;
	static final String CENTRE = ProcedureViews.CENTRE_LANE;

	enum Kind {
		START, END, USER_TASK, RECEIVE_TASK, SERVICE_TASK, EXCLUSIVE, PARALLEL, INCLUSIVE, EVENT_BASED, CATCH_TIMER, CATCH_MESSAGE, BOUNDARY_TIMER
	}

	/**
	 * @param term of a timer: {@code P5D}, or a formula that gives a date
	 * @param at the task whose edge a timer stands at
	 */
	record Node(String id, Kind kind, LocalizedText name, String lane, @Nullable String note, @Nullable String term, @Nullable String at) {
	}

	record Line(String from, String to, @Nullable LocalizedText name, @Nullable String condition) {
	}

	private final Flow flow;
	private final Procedure procedure;
	private final Map<String, Node> nodes = new LinkedHashMap<>();
	private final List<Line> lines = new ArrayList<>();

	BpmnModel(Flow flow) {
		this.flow = flow;
		this.procedure = flow.procedure();
		node("start", Kind.START, procedure.name(), APPLICANT, null);
		line("start", procedure.start(), null, null);
		procedure.steps().values().forEach(this::step);
		procedure.ends().values().stream().filter(end -> flow.edges().stream().anyMatch(edge -> edge.to().equals(end.id())))
				.forEach(end -> node(id(end.id()), Kind.END, end.title(), CENTRE, end.reason()));
	}

	Procedure procedure() {
		return procedure;
	}

	Map<String, Node> nodes() {
		return nodes;
	}

	List<Line> lines() {
		return lines;
	}

	private static String id(String step) {
		return "n_" + step;
	}

	private void node(String id, Kind kind, LocalizedText name, String lane, @Nullable String note) {
		nodes.put(id, new Node(id, kind, name, lane, note, null, null));
	}

	/** @param to a step or end of the procedure */
	private void line(String from, String to, @Nullable LocalizedText name, @Nullable String condition) {
		lines.add(new Line(from, id(to), name, condition));
	}

	private void step(Step step) {
		String id = id(step.id());
		switch (step) {
			case Step.Review review -> {
				person(review);
				String silent = review.deemed() == null ? null : review.deemed().outcome();
				if (silent != null) {
					timer(id, days(review.deadlineDays()), review.outcome(silent).map(Step.Outcome::to).orElse(""));
				}
				outcomes(id, review.id(), review.unit(), null);
			}
			case Step.Correction correction -> {
				node(id, Kind.USER_TASK, correction.title(), APPLICANT, null);
				timer(id, days(correction.withinDays()), correction.lapsed());
				line(id, correction.corrected(), null, null);
			}
			case Step.Automated automated -> {
				boolean payment = automated.kind() == Step.Automated.Kind.PAYMENT;
				node(id, payment ? Kind.RECEIVE_TASK : Kind.SERVICE_TASK, automated.title(), payment ? APPLICANT : CENTRE, automated.automation());
				String lapsed = automated.withinDays() > 0 ? automated.then().get(Step.Wait.LAPSED) : null;
				if (lapsed != null) {
					timer(id, days(automated.withinDays()), lapsed);
				}
				outcomes(id, automated.id(), payment ? APPLICANT : CENTRE, lapsed == null ? null : Step.Wait.LAPSED);
			}
			case Step.Choice choice -> {
				node(id, Kind.EXCLUSIVE, choice.title(), CENTRE, null);
				flow.from(choice.id()).forEach(edge -> line(id, edge.to(), edge.words(), edge.outcome().equals("otherwise") ? null : edge.outcome()));
			}
			case Step.Wait wait -> wait(id, wait);
			case Consultation consultation -> consultation(id, consultation);
			case Step.Fetch fetch -> fetch(id, fetch);
		}
	}

	private void person(Step.Review review) {
		node(id(review.id()), Kind.USER_TASK, review.title(), review.unit(), review.role());
	}

	private static String days(int days) {
		return "P" + days + "D";
	}

	/** The end of a term, at the edge of a task. */
	private void timer(String task, String term, String to) {
		String id = task + "-term";
		nodes.put(id, new Node(id, Kind.BOUNDARY_TIMER, flow.title(task.substring(2)), laneOf(task), null, term, task));
		line(id, to, null, null);
	}

	private String laneOf(String id) {
		Node node = nodes.get(id);
		return node == null ? CENTRE : node.lane();
	}

	/** On from a task: at once if it has one outcome, through a gateway if it has several. */
	private void outcomes(String task, String step, String lane, @Nullable String but) {
		List<Flow.Edge> edges = flow.from(step).stream().filter(edge -> !edge.outcome().equals(but)).toList();
		if (edges.size() == 1) {
			line(task, edges.getFirst().to(), edges.getFirst().words(), null);
			return;
		}
		String gateway = task + "-outcome";
		node(gateway, Kind.EXCLUSIVE, flow.title(step), lane, null);
		lines.add(new Line(task, gateway, null, null));
		edges.forEach(edge -> line(gateway, edge.to(), edge.words(), step + ".outcome = \"" + edge.outcome() + "\""));
	}

	private void wait(String id, Step.Wait wait) {
		String lapsed = wait.then().get(Step.Wait.LAPSED);
		if (wait.until() != null) {
			nodes.put(id, new Node(id, Kind.CATCH_TIMER, wait.title(), CENTRE, null, wait.until().text(), null));
			line(id, wait.then().getOrDefault(Step.Wait.OVER, ""), null, null);
		} else if (lapsed == null) {
			node(id, Kind.CATCH_MESSAGE, wait.title(), CENTRE, wait.event());
			line(id, wait.then().getOrDefault(Step.Wait.HAPPENED, ""), null, null);
		} else {
			node(id, Kind.EVENT_BASED, wait.title(), CENTRE, null);
			node(id + "-event", Kind.CATCH_MESSAGE, wait.title(), CENTRE, wait.event());
			nodes.put(id + "-term", new Node(id + "-term", Kind.CATCH_TIMER, wait.title(), CENTRE, null, days(wait.withinDays()), null));
			lines.add(new Line(id, id + "-event", null, null));
			lines.add(new Line(id, id + "-term", null, null));
			line(id + "-event", wait.then().getOrDefault(Step.Wait.HAPPENED, ""), null, null);
			line(id + "-term", lapsed, null, null);
		}
	}

	/** Every holder is asked at once between two gateways. */
	private void fetch(String id, Step.Fetch fetch) {
		Kind kind = fetch.items().stream().anyMatch(item -> item.when() != null) ? Kind.INCLUSIVE : Kind.PARALLEL;
		node(id, kind, fetch.title(), CENTRE, null);
		node(id + "-join", kind, fetch.title(), CENTRE, null);
		for (Step.Fetch.Item item : fetch.items()) {
			node(id(item.call().id()), Kind.SERVICE_TASK, item.call().title(), CENTRE, item.call().automation());
			String condition = kind == Kind.PARALLEL ? null : item.when() == null ? "true" : item.when().text();
			lines.add(new Line(id, id(item.call().id()), null, condition));
			lines.add(new Line(id(item.call().id()), id + "-join", null, null));
		}
		outcomes(id + "-join", fetch.id(), CENTRE, null);
	}

	/** Asked all at once between two gateways; which are inclusive where an opinion is asked only under a condition. */
	private void consultation(String id, Consultation consultation) {
		Kind kind = consultation.opinions().stream().anyMatch(opinion -> opinion.when() != null) ? Kind.INCLUSIVE : Kind.PARALLEL;
		String join = switch (consultation.join()) {
			case Consultation.Join.All all -> "all";
			case Consultation.Join.Any any -> "any";
			case Consultation.Join.Quorum(int consents) -> Integer.toString(consents);
		};
		node(id, kind, consultation.title(), CENTRE, "join: " + join);
		node(id + "-join", kind, consultation.title(), CENTRE, "join: " + join);
		for (Consultation.Opinion opinion : consultation.opinions()) {
			person(opinion.review());
			String condition = kind == Kind.PARALLEL ? null : opinion.when() == null ? "true" : opinion.when().text();
			lines.add(new Line(id, id(opinion.review().id()), null, condition));
			lines.add(new Line(id(opinion.review().id()), id + "-join", null, null));
		}
		outcomes(id + "-join", consultation.id(), CENTRE, null);
	}
}
