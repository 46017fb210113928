package org.nafidha.procedures.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.nafidha.procedures.Diagram;
import org.nafidha.procedures.Diagram.Arrow;
import org.nafidha.procedures.Diagram.Box;
import org.nafidha.procedures.Diagram.Label;
import org.nafidha.procedures.Diagram.Shape;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Step;
import org.nafidha.procedures.internal.Slots.Slot;

/** Draws a procedure in rows from its start down to its ends; what leads back runs along the side. */
final class DiagramLayout {

	private static final int MARGIN = 36;

	private final Flow flow;

	DiagramLayout(Flow flow) {
		this.flow = flow;
	}

	Diagram draw() {
		Ranks ranks = Ranks.of(flow);
		Slots slots = Slots.of(flow, ranks);
		slots.place(MARGIN / 2);
		Routes routes = new Routes(slots, MARGIN);
		List<Box> boxes = slots.boxes.entrySet().stream().map(box -> box(box.getKey(), box.getValue(), routes)).toList();
		List<Arrow> arrows = new ArrayList<>();
		slots.ways.forEach((edge, way) -> {
			Slot words = Objects.requireNonNull(way.getFirst().to);
			arrows.add(new Arrow(edge.from(), edge.to(),
					new Label(edge.words(), (int) words.x, routes.middle(words), words.width, words.height), routes.points(way), ranks.back(edge)));
		});
		return new Diagram(routes.width(MARGIN), routes.height(), boxes, List.copyOf(arrows));
	}

	private Box box(String node, Slot slot, Routes routes) {
		return new Box(node, flow.title(node), shape(flow.procedure(), node), (int) slot.x, routes.middle(slot), slot.width, slot.height);
	}

	static Shape shape(Procedure procedure, String node) {
		Procedure.End end = procedure.ends().get(node);
		if (end != null) {
			return end.granted() ? Shape.GRANTED : Shape.REFUSED;
		}
		return switch (procedure.steps().get(node)) {
			case Step.Review review -> review.onSite() == null ? Shape.REVIEW : Shape.INSPECTION;
			case Step.Consultation consultation -> Shape.CONSULTATION;
			case Step.Fetch fetch -> Shape.AUTOMATION;
			case Step.Correction correction -> Shape.CORRECTION;
			case Step.Choice choice -> Shape.CHOICE;
			case Step.Wait wait -> Shape.WAIT;
			case Step.Automated automated -> switch (automated.kind()) {
				case PAYMENT -> Shape.PAYMENT;
				case ISSUE -> Shape.ISSUE;
				case AUTOMATION -> Shape.AUTOMATION;
			};
			case null -> throw new IllegalStateException("no step " + node);
		};
	}
}
