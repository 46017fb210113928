package org.nafidha.procedures.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.nafidha.procedures.internal.Flow.Edge;

/** In which row each step stands: beneath everything that leads to it, but for what leads back; ends all in the last. */
final class Ranks {

	private final Flow flow;
	private final Map<String, Integer> rows = new HashMap<>();
	private final Set<Edge> back = new HashSet<>();

	private Ranks(Flow flow) {
		this.flow = flow;
	}

	static Ranks of(Flow flow) {
		Ranks ranks = new Ranks(flow);
		ranks.findBack(flow.procedure().start(), new HashSet<>(), new HashSet<>());
		ranks.place(flow.procedure().start(), 0);
		int last = ranks.rows.entrySet().stream().filter(row -> !ranks.isEnd(row.getKey())).mapToInt(Map.Entry::getValue).max().orElse(0) + 1;
		ranks.rows.replaceAll((node, row) -> ranks.isEnd(node) ? last : row);
		return ranks;
	}

	/** Steps and ends that can be reached, with their rows from 0. */
	Map<String, Integer> rows() {
		return rows;
	}

	boolean back(Edge edge) {
		return back.contains(edge);
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

	private boolean isEnd(String node) {
		return flow.procedure().ends().containsKey(node);
	}
}
