package org.nafidha.procedures.internal;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.platform.Texts;
import org.nafidha.procedures.Card;
import org.nafidha.procedures.Diagram;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.ProcedureViews;
import org.nafidha.procedures.Step;
import org.nafidha.procedures.TextChange;
import org.nafidha.procedures.internal.Flow.Edge;
import org.springframework.stereotype.Component;

/** Counts and draws. */
@Component
class DrawnViews implements ProcedureViews {

	/** Cards kept at most; a full memory is begun anew. */
	private static final int MOST_KEPT = 500;

	private final Words words;
	/** By the hash of the text from which alone a card is counted: the list of procedures asks for all of them each time it is opened. */
	private final ConcurrentMap<String, Card> cards = new ConcurrentHashMap<>();

	DrawnViews(Texts texts) {
		this.words = new Words(texts);
	}

	@Override
	public Card card(Procedure procedure) {
		if (cards.size() >= MOST_KEPT) {
			cards.clear();
		}
		return cards.computeIfAbsent(VersionStore.sha256(procedure.text()), text -> counted(procedure));
	}

	private Card counted(Procedure procedure) {
		Flow flow = new Flow(procedure, words);
		Journeys journeys = new Journeys(flow);
		RuleChecks rules = new RuleChecks(flow, words);
		ToIntFunction<Edge> signatures = edge -> signatures(procedure.steps().get(edge.from()));
		ToIntFunction<Edge> visits = edge -> visits(procedure.steps().get(edge.from()));
		int brought = procedure.brought().size();
		int always = (int) procedure.brought().stream().filter(item -> item.when() == null).count();
		return new Card(always, brought, procedure.fetched().size(), fewest(flow, signatures), most(journeys, signatures),
				fewest(flow, visits), most(journeys, visits), most(journeys, rules::days), procedure.statutoryDays());
	}

	@Override
	public Diagram diagram(Procedure procedure) {
		return new DiagramLayout(new Flow(procedure, words)).draw();
	}

	@Override
	public List<LocalizedText> changes(Procedure before, Procedure after) {
		return Changes.between(before, after, words);
	}

	@Override
	public List<TextChange> lines(String before, String after) {
		return LineComparison.of(before, after);
	}

	@Override
	public String bpmn(Procedure procedure, Locale locale, UnaryOperator<String> unit) {
		return new BpmnXml(new BpmnModel(new Flow(procedure, words)), locale, unit).write();
	}

	private static int signatures(@org.jspecify.annotations.Nullable Step step) {
		return switch (step) {
			case Step.Review review -> 1;
			case Step.Consultation consultation -> consultation.opinions().size();
			case null, default -> 0;
		};
	}

	private static int visits(@org.jspecify.annotations.Nullable Step step) {
		return step instanceof Step.Automated automated && automated.kind() == Step.Automated.Kind.PAYMENT ? 1 : 0;
	}

	private static int most(Journeys journeys, ToIntFunction<Edge> weight) {
		return journeys.heaviest(weight).stream().mapToInt(weight).sum();
	}

	/** Least weight of a way to an end that grants what was asked for; 0 when there is none. */
	private static int fewest(Flow flow, ToIntFunction<Edge> weight) {
		record Way(String to, int cost) {
		}
		PriorityQueue<Way> ways = new PriorityQueue<>(Comparator.comparingInt(Way::cost));
		ways.add(new Way(flow.procedure().start(), 0));
		Set<String> seen = new HashSet<>();
		while (!ways.isEmpty()) {
			Way way = ways.remove();
			Procedure.End end = flow.procedure().ends().get(way.to());
			if (end != null && end.granted()) {
				return way.cost();
			}
			if (seen.add(way.to())) {
				flow.from(way.to()).forEach(edge -> ways.add(new Way(edge.to(), way.cost() + weight.applyAsInt(edge))));
			}
		}
		return 0;
	}
}
