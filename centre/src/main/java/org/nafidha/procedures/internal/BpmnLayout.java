package org.nafidha.procedures.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.nafidha.procedures.Diagram.Point;
import org.nafidha.procedures.internal.BpmnModel.Kind;
import org.nafidha.procedures.internal.BpmnModel.Line;
import org.nafidha.procedures.internal.BpmnModel.Node;

/** Places a BPMN model: columns by the longest way from the start, a lane for each unit; lines run in corridors beneath the rows of their lane. */
final class BpmnLayout {

	static final int LANE_HEAD = 60;
	private static final int COLUMN = 170;
	private static final int ROW = 130;
	private static final int CORRIDOR = 97;
	private static final int TASK_WIDTH = 110;
	private static final int TASK_HEIGHT = 80;
	private static final int GATEWAY = 50;
	private static final int EVENT = 36;

	record Bounds(int x, int y, int width, int height) {

		int middleY() {
			return y + height / 2;
		}

		int end() {
			return x + width;
		}
	}

	private final BpmnModel model;
	private final Map<String, Integer> columns = new HashMap<>();
	private final Map<String, Bounds> bounds = new LinkedHashMap<>();
	private final Map<String, Bounds> lanes = new LinkedHashMap<>();
	private int width;
	private int height;

	BpmnLayout(BpmnModel model) {
		this.model = model;
		Set<Line> back = new HashSet<>();
		findBack("start", new HashSet<>(), new HashSet<>(), back);
		columns.put("start", 0);
		boolean moved = true;
		for (int round = 0; moved && round <= model.nodes().size(); round++) {
			moved = false;
			for (Line line : model.lines()) {
				int next = column(line.from()) + (isTimer(line.from()) ? 0 : 1);
				if (!back.contains(line) && columns.getOrDefault(line.to(), -1) < next) {
					columns.put(line.to(), next);
					moved = true;
				}
			}
		}
		place();
	}

	private boolean isTimer(String id) {
		Node node = model.nodes().get(id);
		return node != null && node.kind() == Kind.BOUNDARY_TIMER;
	}

	/** A timer at the edge of a task leads on from the task. */
	private int column(String id) {
		Node node = model.nodes().get(id);
		return node != null && node.at() != null ? columns.getOrDefault(node.at(), 0) + 1 : columns.getOrDefault(id, 0);
	}

	private void findBack(String id, Set<String> onTheWay, Set<String> done, Set<Line> back) {
		onTheWay.add(id);
		for (Line line : model.lines()) {
			String from = isTimer(line.from()) ? Objects.requireNonNull(Objects.requireNonNull(model.nodes().get(line.from())).at()) : line.from();
			if (from.equals(id)) {
				if (onTheWay.contains(line.to())) {
					back.add(line);
				} else if (!done.contains(line.to())) {
					findBack(line.to(), onTheWay, done, back);
				}
			}
		}
		onTheWay.remove(id);
		done.add(id);
	}

	private void place() {
		Map<String, List<Node>> inLanes = new LinkedHashMap<>();
		model.nodes().values().stream().filter(node -> node.at() == null)
				.forEach(node -> inLanes.computeIfAbsent(node.lane(), lane -> new ArrayList<>()).add(node));
		width = LANE_HEAD + COLUMN * (1 + columns.values().stream().mapToInt(Integer::intValue).max().orElse(0)) + COLUMN / 2;
		int y = 0;
		for (Map.Entry<String, List<Node>> lane : inLanes.entrySet()) {
			Map<Integer, Integer> rows = new HashMap<>();
			for (Node node : lane.getValue()) {
				int column = columns.getOrDefault(node.id(), 0);
				int row = rows.merge(column, 1, Integer::sum) - 1;
				bounds.put(node.id(), at(node.kind(), LANE_HEAD + 70 + column * COLUMN, y + 10 + row * ROW + TASK_HEIGHT / 2));
			}
			int tall = rows.values().stream().mapToInt(Integer::intValue).max().orElse(1) * ROW;
			lanes.put(lane.getKey(), new Bounds(30, y, width - 30, tall));
			y += tall;
		}
		height = y;
		model.nodes().values().stream().filter(node -> node.at() != null).forEach(node -> {
			Bounds task = Objects.requireNonNull(bounds.get(node.at()));
			bounds.put(node.id(), new Bounds(task.end() - EVENT - 6, task.y() + task.height() - EVENT / 2, EVENT, EVENT));
		});
	}

	private static Bounds at(Kind kind, int x, int y) {
		return switch (kind) {
			case USER_TASK, RECEIVE_TASK, SERVICE_TASK -> new Bounds(x - TASK_WIDTH / 2, y - TASK_HEIGHT / 2, TASK_WIDTH, TASK_HEIGHT);
			case EXCLUSIVE, PARALLEL, INCLUSIVE, EVENT_BASED -> new Bounds(x - GATEWAY / 2, y - GATEWAY / 2, GATEWAY, GATEWAY);
			case START, END, CATCH_TIMER, CATCH_MESSAGE, BOUNDARY_TIMER -> new Bounds(x - EVENT / 2, y - EVENT / 2, EVENT, EVENT);
		};
	}

	Map<String, Bounds> bounds() {
		return bounds;
	}

	Map<String, Bounds> lanes() {
		return lanes;
	}

	Bounds pool() {
		return new Bounds(0, 0, width, height);
	}

	/** From the right side of one to the left side of the other; straight if they are neighbours, else through the corridor beneath the first. */
	List<Point> points(Line line, int number) {
		Bounds from = Objects.requireNonNull(bounds.get(line.from()));
		Bounds to = Objects.requireNonNull(bounds.get(line.to()));
		int apart = number % 5 * 4;
		int entry = to.x() - 26 + apart;
		Point last = new Point(to.x(), to.middleY());
		if (isTimer(line.from())) {
			int down = from.y() + EVENT / 2 - TASK_HEIGHT + CORRIDOR + apart;
			int x = from.x() + EVENT / 2;
			return List.of(new Point(x, from.y() + EVENT), new Point(x, down), new Point(entry, down), new Point(entry, to.middleY()), last);
		}
		Point first = new Point(from.end(), from.middleY());
		if (entry > from.end() && to.x() - from.end() < COLUMN) {
			return first.y() == last.y()
					? List.of(first, last)
					: List.of(first, new Point(entry, first.y()), new Point(entry, last.y()), last);
		}
		int exit = from.end() + 8 + apart;
		int corridor = from.middleY() - TASK_HEIGHT / 2 + CORRIDOR + apart;
		return List.of(first, new Point(exit, first.y()), new Point(exit, corridor), new Point(entry, corridor), new Point(entry, last.y()), last);
	}
}
