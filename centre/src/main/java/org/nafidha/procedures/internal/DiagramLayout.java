package org.nafidha.procedures.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.nafidha.procedures.Diagram;
import org.nafidha.procedures.Diagram.Arrow;
import org.nafidha.procedures.Diagram.Box;
import org.nafidha.procedures.Diagram.Shape;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Step;
import org.nafidha.procedures.internal.Flow.Edge;

/**
 * Places a procedure's steps in rows: each beneath everything that leads to it, ends in the last row; within a row where its predecessors stand.
 * What leads back runs along the side.
 */
final class DiagramLayout {

	private static final int BOX_WIDTH = 190;
	private static final int BOX_HEIGHT = 58;
	private static final int COLUMN = 230;
	private static final int ROW = 128;
	private static final int MARGIN = 70;

	private final Flow flow;
	private final Map<String, Integer> rows = new HashMap<>();
	private final Set<Edge> back = new HashSet<>();

	DiagramLayout(Flow flow) {
		this.flow = flow;
	}

	Diagram draw() {
		findBack(flow.procedure().start(), new HashSet<>(), new HashSet<>());
		place(flow.procedure().start(), 0);
		int last = rows.entrySet().stream().filter(row -> !isEnd(row.getKey())).mapToInt(Map.Entry::getValue).max().orElse(0) + 1;
		rows.replaceAll((node, row) -> isEnd(node) ? last : row);
		Map<String, Box> boxes = boxes(inRows());
		int width = boxes.values().stream().mapToInt(box -> box.x() + BOX_WIDTH / 2).max().orElse(0) + MARGIN + COLUMN / 2;
		return new Diagram(width, last * ROW + BOX_HEIGHT + 2 * MARGIN / 2, List.copyOf(boxes.values()), arrows(boxes, width - MARGIN / 2));
	}

	private void findBack(String node, Set<String> onTheWay, Set<String> done) {
		onTheWay.add(node);
		for (Edge edge : flow.from(node)) {
			if (onTheWay.contains(edge.to())) {
				back.add(edge);
			} else if (!done.contains(edge.to())) {
				findBack(edge.to(), onTheWay, done);
			}
		}
		onTheWay.remove(node);
		done.add(node);
	}

	private void place(String node, int row) {
		if (rows.getOrDefault(node, -1) >= row) {
			return;
		}
		rows.put(node, row);
		flow.from(node).stream().filter(edge -> !back.contains(edge)).forEach(edge -> place(edge.to(), row + 1));
	}

	/** The nodes of each row, in the order of the file, then moved once to where their predecessors stand. */
	private Map<Integer, List<String>> inRows() {
		Map<Integer, List<String>> inRows = new TreeMap<>();
		List<String> nodes = new ArrayList<>(flow.procedure().steps().keySet());
		nodes.addAll(flow.procedure().ends().keySet());
		nodes.stream().filter(rows::containsKey).forEach(node -> inRows.computeIfAbsent(rows.get(node), row -> new ArrayList<>()).add(node));
		Map<String, Double> places = new HashMap<>();
		inRows.forEach((row, members) -> {
			Map<String, Double> wanted = new HashMap<>();
			for (int i = 0; i < members.size(); i++) {
				wanted.put(members.get(i), before(members.get(i), places, i));
			}
			members.sort(java.util.Comparator.comparingDouble(node -> wanted.getOrDefault(node, 0.0)));
			for (int i = 0; i < members.size(); i++) {
				places.put(members.get(i), i - (members.size() - 1) / 2.0);
			}
		});
		return inRows;
	}

	private double before(String node, Map<String, Double> places, int otherwise) {
		return flow.edges().stream().filter(edge -> edge.to().equals(node) && !back.contains(edge)).map(edge -> places.get(edge.from()))
				.filter(Objects::nonNull).mapToDouble(Double::doubleValue).average().orElse(otherwise);
	}

	private Map<String, Box> boxes(Map<Integer, List<String>> inRows) {
		int widest = inRows.values().stream().mapToInt(List::size).max().orElse(1);
		int middle = MARGIN + widest * COLUMN / 2;
		Map<String, Box> boxes = new LinkedHashMap<>();
		inRows.forEach((row, members) -> {
			for (int i = 0; i < members.size(); i++) {
				int x = middle + (int) Math.round((i - (members.size() - 1) / 2.0) * COLUMN);
				String node = members.get(i);
				boxes.put(node, new Box(node, flow.title(node), shape(node), x, MARGIN / 2 + BOX_HEIGHT / 2 + row * ROW, BOX_WIDTH, BOX_HEIGHT));
			}
		});
		return boxes;
	}

	private List<Arrow> arrows(Map<String, Box> boxes, int side) {
		List<Arrow> arrows = new ArrayList<>();
		int lane = 0;
		for (String node : boxes.keySet()) {
			List<Edge> out = flow.from(node);
			for (int i = 0; i < out.size(); i++) {
				Edge edge = out.get(i);
				Box from = Objects.requireNonNull(boxes.get(edge.from()));
				Box to = Objects.requireNonNull(boxes.get(edge.to()));
				arrows.add(back.contains(edge) ? backward(edge, from, to, side - 14 * lane++) : forward(edge, from, to, i, out.size()));
			}
		}
		return arrows;
	}

	/** From the lower side of one box to the upper side of the other; several leave side by side. */
	private static Arrow forward(Edge edge, Box from, Box to, int nth, int of) {
		int startX = from.x() + (int) Math.round((nth - (of - 1) / 2.0) * BOX_WIDTH / Math.max(of, 1));
		int startY = from.y() + BOX_HEIGHT / 2;
		int endY = to.y() - BOX_HEIGHT / 2;
		int bend = Math.max(30, (endY - startY) / 2);
		boolean past = endY - startY > ROW && Math.abs(to.x() - from.x()) < BOX_WIDTH; // boxes stand between them: round about
		int side = nth % 2 == 0 ? 1 : -1;
		int around = past ? side * (BOX_WIDTH + 40 + 24 * nth) : 0;
		String path = "M%d %d C%d %d %d %d %d %d".formatted(startX, startY, startX + around, startY + bend, to.x() + around, endY - bend, to.x(),
				endY);
		return new Arrow(edge.from(), edge.to(), edge.words(), path, startX + around / 6, startY + 18 + 14 * (nth % 2), false);
	}

	/** Out at the side, up along the edge of the drawing, and in again at the side. */
	private static Arrow backward(Edge edge, Box from, Box to, int lane) {
		int out = from.x() + BOX_WIDTH / 2;
		int in = to.x() + BOX_WIDTH / 2;
		String path = "M%d %d C%d %d %d %d %d %d".formatted(out, from.y(), lane, from.y(), lane, to.y(), in, to.y());
		return new Arrow(edge.from(), edge.to(), edge.words(), path, out + 30, from.y() - 8, true);
	}

	private boolean isEnd(String node) {
		return flow.procedure().ends().containsKey(node);
	}

	private Shape shape(String node) {
		Procedure.End end = flow.procedure().ends().get(node);
		if (end != null) {
			return end.granted() ? Shape.GRANTED : Shape.REFUSED;
		}
		return switch (flow.procedure().steps().get(node)) {
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
