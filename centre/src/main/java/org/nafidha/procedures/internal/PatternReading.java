package org.nafidha.procedures.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Reads a regular expression place by place and finds out whether every text can be read by it in one way only: after each place, whatever sign
 * comes next says which place it belongs to, and no sign is repeated by two repetitions at once. Then a search never goes back to try another way,
 * and its work grows no faster than the square of the text's length. It knows signs, classes, groups, choices and counts; everything else of
 * {@link java.util.regex.Pattern}, such as looking ahead or back references, it does not read.
 */
final class PatternReading {

	/** A count such as {@code {11}} makes as many places as it says. */
	private static final int MOST_PLACES = 300;
	private static final int SIGNS = Character.MAX_VALUE + 1;

	/** A pattern that may be tried in many ways, or that is not read here. */
	private static final class Ambiguous extends RuntimeException {
		private static final long serialVersionUID = 1;
	}

	/** A part of the pattern. @param empty whether it can be nothing @param first the places with which it can begin @param last and end */
	private record Part(boolean empty, List<Integer> first, List<Integer> last) {
	}

	private final String pattern;
	private int at;
	private final List<BitSet> places = new ArrayList<>();
	private final List<BitSet> next = new ArrayList<>();

	private PatternReading(String pattern) {
		this.pattern = pattern;
	}

	static boolean oneWay(String pattern) {
		int from = pattern.startsWith("^") ? 1 : 0;
		int to = pattern.endsWith("$") && !pattern.endsWith("\\$") ? pattern.length() - 1 : pattern.length();
		if (from >= to) {
			return true;
		}
		PatternReading reading = new PatternReading(pattern.substring(from, to));
		try {
			Part whole = reading.choice();
			reading.apart(whole.first());
			return reading.at == reading.pattern.length();
		} catch (Ambiguous several) {
			return false;
		}
	}

	private Part choice() {
		Part all = sequence();
		while (more('|')) {
			Part other = sequence();
			if (all.empty() || other.empty()) {
				throw new Ambiguous();
			}
			all = new Part(false, together(all.first(), other.first()), together(all.last(), other.last()));
		}
		return all;
	}

	private Part sequence() {
		Part all = counted();
		while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
			all = after(all, counted());
		}
		return all;
	}

	private Part after(Part one, Part other) {
		follow(one.last(), other.first());
		return new Part(one.empty() && other.empty(), one.empty() ? together(one.first(), other.first()) : one.first(),
				other.empty() ? together(one.last(), other.last()) : other.last());
	}

	/** A part with its count; one that is repeated, or may be left out, is never nothing itself. */
	private Part counted() {
		int start = at;
		Part part = atom();
		int[] count = count();
		if (count[0] == 1 && count[1] == 1) {
			return part;
		}
		if (part.empty()) {
			throw new Ambiguous();
		}
		int end = at;
		Part all = count[0] == 0 ? new Part(true, part.first(), part.last()) : part;
		for (int copy = 2; copy <= Math.max(count[0], count[1]); copy++) {
			at = start;
			Part again = atom();
			if (copy <= count[0]) {
				all = after(all, again);
			} else {
				// it may be left out only with all that follow it
				follow(part.last(), again.first());
				all = new Part(all.empty(), all.first(), together(all.last(), again.last()));
			}
			part = again;
		}
		at = end;
		if (count[1] < 0) {
			follow(part.last(), part.first());
		}
		return all;
	}

	/** How often at least and at most; at most -1 for without end. Whether it would rather be short or long makes no difference. */
	private int[] count() {
		int[] count = {1, 1};
		if (more('*')) {
			count = new int[]{0, -1};
		} else if (more('+')) {
			count = new int[]{1, -1};
		} else if (more('?')) {
			count = new int[]{0, 1};
		} else if (more('{')) {
			int least = number();
			int most = more(',') ? at < pattern.length() && pattern.charAt(at) == '}' ? -1 : number() : least;
			if (!more('}') || most == 0 || most > 0 && most < least) {
				throw new Ambiguous();
			}
			count = new int[]{least, most};
		} else {
			return count;
		}
		if (!more('?')) {
			more('+');
		}
		return count;
	}

	private int number() {
		int start = at;
		while (at < pattern.length() && pattern.charAt(at) >= '0' && pattern.charAt(at) <= '9') {
			at++;
		}
		if (at == start || at - start > 3) {
			throw new Ambiguous();
		}
		return Integer.parseInt(pattern.substring(start, at));
	}

	private Part atom() {
		if (!more('(')) {
			BitSet signs = signs();
			if (places.size() == MOST_PLACES) {
				throw new Ambiguous();
			}
			places.add(signs);
			next.add(new BitSet());
			List<Integer> place = List.of(places.size() - 1);
			return new Part(false, place, place);
		}
		if (more('?') && !more(':')) {
			throw new Ambiguous();
		}
		Part group = choice();
		if (!more(')')) {
			throw new Ambiguous();
		}
		return group;
	}

	private BitSet signs() {
		PatternSigns.Read read = PatternSigns.at(pattern, at).orElseThrow(Ambiguous::new);
		at = read.end();
		return read.signs();
	}

	private boolean more(char sign) {
		boolean there = at < pattern.length() && pattern.charAt(at) == sign;
		at += there ? 1 : 0;
		return there;
	}

	private void follow(List<Integer> last, List<Integer> first) {
		for (int place : last) {
			for (int other : first) {
				if (next.get(place).get(other)) {
					throw new Ambiguous();
				}
				next.get(place).set(other);
			}
			apart(next.get(place).stream().boxed().toList());
		}
	}

	private void apart(List<Integer> choices) {
		BitSet taken = new BitSet(SIGNS);
		for (int place : choices) {
			if (taken.intersects(places.get(place))) {
				throw new Ambiguous();
			}
			taken.or(places.get(place));
		}
	}

	private static List<Integer> together(List<Integer> one, List<Integer> other) {
		List<Integer> all = new ArrayList<>(one);
		all.addAll(other);
		return all;
	}
}
