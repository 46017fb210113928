package org.nafidha.procedures.internal;

import java.util.ArrayList;
import java.util.List;
import org.nafidha.procedures.TextChange;

/** What changed between two texts, line by line: the longest common sequence of lines stays. */
final class LineComparison {

	/** Beyond so many pairs of lines that differ in the middle, the whole middle counts as changed. */
	private static final long MOST_PAIRS = 9_000_000;
	/** Unchanged lines shown around a change. */
	private static final int AROUND = 3;

	private LineComparison() {
	}

	/** Changed lines and a few around them, in order. */
	static List<TextChange> of(String before, String after) {
		List<TextChange> all = all(before.lines().toList(), after.lines().toList());
		boolean[] shown = new boolean[all.size()];
		for (int i = 0; i < shown.length; i++) {
			if (!all.get(i).kind().equals("same")) {
				for (int j = Math.max(0, i - AROUND); j <= Math.min(shown.length - 1, i + AROUND); j++) {
					shown[j] = true;
				}
			}
		}
		List<TextChange> near = new ArrayList<>();
		for (int i = 0; i < shown.length; i++) {
			if (shown[i]) {
				near.add(all.get(i));
			}
		}
		return near;
	}

	private static List<TextChange> all(List<String> before, List<String> after) {
		int head = 0;
		while (head < Math.min(before.size(), after.size()) && before.get(head).equals(after.get(head))) {
			head++;
		}
		int tail = 0;
		while (tail < Math.min(before.size(), after.size()) - head
				&& before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
			tail++;
		}
		List<TextChange> all = new ArrayList<>();
		for (int i = 0; i < head; i++) {
			all.add(new TextChange(i + 1, i + 1, before.get(i)));
		}
		middle(before.subList(head, before.size() - tail), after.subList(head, after.size() - tail), head, all);
		for (int i = tail; i > 0; i--) {
			all.add(new TextChange(before.size() - i + 1, after.size() - i + 1, before.get(before.size() - i)));
		}
		return all;
	}

	private static void middle(List<String> before, List<String> after, int offset, List<TextChange> all) {
		if ((long) before.size() * after.size() > MOST_PAIRS) {
			for (int i = 0; i < before.size(); i++) {
				all.add(new TextChange(offset + i + 1, 0, before.get(i)));
			}
			for (int j = 0; j < after.size(); j++) {
				all.add(new TextChange(0, offset + j + 1, after.get(j)));
			}
			return;
		}
		int[][] common = common(before, after);
		int i = 0;
		int j = 0;
		while (i < before.size() || j < after.size()) {
			boolean same = i < before.size() && j < after.size() && before.get(i).equals(after.get(j));
			if (same && common[i][j] == common[i + 1][j + 1] + 1) {
				all.add(new TextChange(offset + ++i, offset + ++j, before.get(i - 1)));
			} else if (j == after.size() || i < before.size() && common[i + 1][j] >= common[i][j + 1]) {
				all.add(new TextChange(offset + ++i, 0, before.get(i - 1)));
			} else {
				all.add(new TextChange(0, offset + ++j, after.get(j - 1)));
			}
		}
	}

	/** Length of the longest common sequence from each pair of lines on. */
	private static int[][] common(List<String> before, List<String> after) {
		int[][] common = new int[before.size() + 1][after.size() + 1];
		for (int i = before.size() - 1; i >= 0; i--) {
			for (int j = after.size() - 1; j >= 0; j--) {
				common[i][j] = before.get(i).equals(after.get(j)) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
			}
		}
		return common;
	}
}
