package org.nafidha.documents.paper;

import java.awt.font.GlyphVector;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.nafidha.documents.paper.Word.Part;
import org.nafidha.documents.paper.Word.Sign;

/**
 * Turns characters into signs with the JDK's own shaping. Words come back again and again (labels, given names), so shaped
 * words are remembered up to a fixed number. Thread-safe.
 */
final class Shaper {

	private static final int REMEMBERED_WORDS = 10_000;
	private static final int INVISIBLE = 0xFFFF;

	private final Map<Key, Word> words = new ConcurrentHashMap<>();

	private record Key(Face face, String text, boolean rightToLeft) {
	}

	/** Characters and the glyphs that draw them together; places are from the word's left edge. */
	private record Cluster(String characters, List<Part> glyphs, boolean mark) {

		int x() {
			return glyphs.getFirst().x();
		}
	}

	Word shape(Face face, String text, boolean rightToLeft) {
		Key key = new Key(face, text, rightToLeft);
		Word known = words.get(key);
		if (known != null) {
			return known;
		}
		GlyphVector glyphs = face.shape(text, rightToLeft);
		int advance = (int) Math.rint(glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX());
		Word shaped = new Word(face, text, rightToLeft, List.copyOf(signs(clusters(glyphs, text, rightToLeft), advance, rightToLeft)));
		if (words.size() >= REMEMBERED_WORDS) {
			words.clear();
		}
		words.put(key, shaped);
		return shaped;
	}

	/** In visual order. */
	private static List<Cluster> clusters(GlyphVector shaped, String text, boolean rightToLeft) {
		int count = shaped.getNumGlyphs();
		List<Cluster> clusters = new ArrayList<>();
		int from = 0;
		while (from < count) {
			int start = shaped.getGlyphCharIndex(logical(from, count, rightToLeft));
			List<Part> glyphs = new ArrayList<>();
			int to = from;
			while (to < count && shaped.getGlyphCharIndex(logical(to, count, rightToLeft)) == start) {
				add(glyphs, shaped, logical(to, count, rightToLeft), text);
				to++;
			}
			int end = to < count ? shaped.getGlyphCharIndex(logical(to, count, rightToLeft)) : text.length();
			addClusters(clusters, text.substring(start, end), glyphs);
			from = to;
		}
		if (rightToLeft) {
			Collections.reverse(clusters);
		}
		return clusters;
	}

	/** The place in visual order of the glyph that is nth in reading order. */
	private static int logical(int nth, int count, boolean rightToLeft) {
		return rightToLeft ? count - 1 - nth : nth;
	}

	private static void add(List<Part> glyphs, GlyphVector shaped, int index, String text) {
		int id = shaped.getGlyphCode(index);
		if (id == 0) {
			throw new MissingGlyph(text.codePointAt(shaped.getGlyphCharIndex(index)));
		}
		if (id != INVISIBLE) {
			Point2D at = shaped.getGlyphPosition(index);
			glyphs.add(new Part(id, (int) Math.rint(at.getX()), (int) Math.rint(-at.getY())));
		}
	}

	/** One each where characters and glyphs agree in number (a letter and its marks), otherwise one for all. */
	private static void addClusters(List<Cluster> clusters, String characters, List<Part> glyphs) {
		int[] each = characters.codePoints().toArray();
		if (each.length == glyphs.size()) {
			for (int i = 0; i < each.length; i++) {
				boolean mark = Character.getType(each[i]) == Character.NON_SPACING_MARK;
				clusters.add(new Cluster(Character.toString(each[i]), List.of(glyphs.get(i)), mark));
			}
		} else if (!glyphs.isEmpty()) {
			boolean marks = characters.codePoints().allMatch(c -> Character.getType(c) == Character.NON_SPACING_MARK);
			clusters.add(new Cluster(characters, glyphs, marks));
		}
	}

	/**
	 * Letters advance to the next letter; marks do not advance, and stand where reading order wants them: after their letter,
	 * which in a word from right to left is before it.
	 */
	private static List<Sign> signs(List<Cluster> clusters, int advance, boolean rightToLeft) {
		List<Sign> signs = new ArrayList<>();
		int pen = 0;
		for (int i = 0; i < clusters.size(); i++) {
			Cluster cluster = clusters.get(i);
			int next = cluster.mark() ? pen : Math.max(pen, nextLetter(clusters, i + 1, advance));
			sign(signs, cluster, pen, next - pen, rightToLeft);
			pen = next;
		}
		return signs;
	}

	private static int nextLetter(List<Cluster> clusters, int from, int end) {
		for (int i = from; i < clusters.size(); i++) {
			if (!clusters.get(i).mark()) {
				return clusters.get(i).x();
			}
		}
		return end;
	}

	/** A ligature read from right to left is cut into as many signs as it has letters: the last letter draws it, at the left. */
	private static void sign(List<Sign> signs, Cluster cluster, int pen, int advance, boolean rightToLeft) {
		List<Part> parts = cluster.glyphs().stream().map(part -> new Part(part.glyph(), part.x() - pen, part.y())).toList();
		int[] letters = cluster.characters().codePoints().toArray();
		if (!rightToLeft || letters.length == 1) {
			signs.add(new Sign(parts, advance, cluster.characters()));
			return;
		}
		int share = advance / letters.length;
		for (int i = letters.length - 1; i >= 0; i--) {
			boolean draws = i == letters.length - 1;
			int last = i == 0 ? advance - share * (letters.length - 1) : share;
			signs.add(new Sign(draws ? parts : List.of(), last, Character.toString(letters[i])));
		}
	}
}
