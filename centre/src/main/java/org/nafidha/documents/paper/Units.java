package org.nafidha.documents.paper;

import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a paragraph into the pieces that are shaped as one: same direction, same style, same face, never across a space
 * or a place where a line may end. Unicode's bidirectional algorithm (UAX 9) and line breaking (UAX 14) are ICU's.
 */
final class Units {

	private static final BreakIterator LINES = BreakIterator.getLineInstance(Locale.forLanguageTag("ar"));

	private final Shaper shaper;

	Units(Shaper shaper) {
		this.shaper = shaper;
	}

	/**
	 * @param level of the bidirectional algorithm: odd reads right to left
	 * @param mayEndLine whether a line may end after it
	 */
	record Unit(Word word, Style style, @Nullable String language, byte level, boolean mayEndLine) {

		double width() {
			return word.advance() * style.size() / Face.EM;
		}
	}

	List<Unit> of(List<Span> paragraph) {
		LogicalText logical = new LogicalText(paragraph);
		String text = logical.characters();
		if (text.isEmpty()) {
			return List.of();
		}
		Bidi bidi = new Bidi();
		bidi.setPara(text, Bidi.RTL, null);
		byte[] levels = bidi.getLevels();
		BitSet ends = lineEnds(logical, text);
		List<Unit> units = new ArrayList<>();
		int i = 0;
		while (i < text.length()) {
			if (LogicalText.directs(text.charAt(i))) {
				i++;
				continue;
			}
			int end = end(logical, text, levels, ends, i);
			units.add(unit(logical, text, levels, ends, i, end));
			i = end;
		}
		return units;
	}

	private Unit unit(LogicalText logical, String text, byte[] levels, BitSet ends, int start, int end) {
		Span span = logical.spanAt(start);
		Face face = span.style().typeface().faceFor(text.codePointAt(start));
		Word word = shaper.shape(face, text.substring(start, end), levels[start] % 2 == 1);
		return new Unit(word, span.style(), span.language(), levels[start], ends.get(afterControls(text, end)));
	}

	private static int end(LogicalText logical, String text, byte[] levels, BitSet ends, int start) {
		Span span = logical.spanAt(start);
		Typeface typeface = span.style().typeface();
		Face face = typeface.faceFor(text.codePointAt(start));
		boolean space = text.charAt(start) == ' ';
		int i = start + Character.charCount(text.codePointAt(start));
		while (i < text.length()) {
			int c = text.codePointAt(i);
			boolean same = !LogicalText.directs(text.charAt(i)) && levels[i] == levels[start] && logical.spanAt(i) == span && !ends.get(i)
					&& c == ' ' == space && (joins(c) && face.covers(c) || typeface.faceFor(c) == face);
			if (!same) {
				return i;
			}
			i += Character.charCount(c);
		}
		return i;
	}

	/** Marks stay with the letter's face when it has them at all. */
	private static boolean joins(int c) {
		return Character.getType(c) == Character.NON_SPACING_MARK || c == 0x200C || c == 0x200D;
	}

	private static BitSet lineEnds(LogicalText logical, String text) {
		BreakIterator lines = (BreakIterator) LINES.clone();
		lines.setText(text);
		BitSet ends = new BitSet(text.length() + 1);
		for (int end = lines.first(); end != BreakIterator.DONE; end = lines.next()) {
			int at = afterControls(text, end);
			boolean insideWhole = at > 0 && at < text.length() && logical.spanAt(at).whole() && logical.spanAt(at - 1) == logical.spanAt(at);
			if (at > 0 && !insideWhole) {
				ends.set(at);
			}
		}
		return ends;
	}

	private static int afterControls(String text, int index) {
		int i = index;
		while (i < text.length() && LogicalText.directs(text.charAt(i))) {
			i++;
		}
		return i;
	}
}
