package org.nafidha.procedures.internal;

import java.util.Collection;
import java.util.Optional;

/** What was likely meant: the candidate that a few slips of the pen turn into the word. */
final class Nearest {

	private Nearest() {
	}

	/** The nearest candidate if it is at most a third of the word's letters away (two letters for short words). */
	static Optional<String> of(String word, Collection<String> candidates) {
		int best = Math.max(2, word.length() / 3) + 1;
		String nearest = null;
		for (String candidate : candidates) {
			int distance = distance(word, candidate);
			if (distance < best && distance < candidate.length()) {
				best = distance;
				nearest = candidate;
			}
		}
		return Optional.ofNullable(nearest);
	}

	/** Letters added, dropped, changed or swapped with a neighbour (optimal string alignment). */
	private static int distance(String a, String b) {
		int[][] d = new int[a.length() + 1][b.length() + 1];
		for (int i = 0; i <= a.length(); i++) {
			for (int j = 0; j <= b.length(); j++) {
				d[i][j] = i == 0 || j == 0 ? i + j : cheapest(d, a, b, i, j);
			}
		}
		return d[a.length()][b.length()];
	}

	private static int cheapest(int[][] d, String a, String b, int i, int j) {
		int change = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
		int least = Math.min(change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
		boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
		return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
	}
}
