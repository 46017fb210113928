package org.nafidha.documents.paper;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nafidha.documents.paper.Word.Part;
import org.nafidha.documents.paper.Word.Sign;

/**
 * The tables of a TrueType font that embedding needs, and the making of a font program that holds given signs only, as
 * glyphs 1, 2, 3… in their order. Immutable, thread-safe. Glyph instructions are left out: they serve small screens only.
 */
final class TrueType {

	private static final int WORDS = 0x0001;
	private static final int OFFSETS = 0x0002;
	private static final int SCALE = 0x0008;
	private static final int MORE = 0x0020;
	private static final int TWO_SCALES = 0x0040;
	private static final int MATRIX = 0x0080;
	private static final int INSTRUCTIONS = 0x0100;

	private final Map<String, ByteBuffer> tables = new HashMap<>();
	private final int[] offsets;

	TrueType(byte[] file) {
		ByteBuffer font = ByteBuffer.wrap(file);
		int count = font.getShort(4);
		for (int i = 0; i < count; i++) {
			int entry = 12 + 16 * i;
			String tag = new String(file, entry, 4, StandardCharsets.US_ASCII);
			tables.put(tag, font.slice(font.getInt(entry + 8), font.getInt(entry + 12)));
		}
		if (table("head").getShort(18) != Face.EM) {
			throw new IllegalStateException("fonts for documents need " + Face.EM + " units per em, this one has " + table("head").getShort(18));
		}
		boolean wide = table("head").getShort(50) == 1;
		int glyphs = Short.toUnsignedInt(table("maxp").getShort(4));
		this.offsets = new int[glyphs + 1];
		for (int i = 0; i <= glyphs; i++) {
			offsets[i] = wide ? table("loca").getInt(4 * i) : 2 * Short.toUnsignedInt(table("loca").getShort(2 * i));
		}
	}

	/** Above the baseline. */
	int ascent() {
		return table("hhea").getShort(4);
	}

	/** Below the baseline, positive. */
	int descent() {
		return -table("hhea").getShort(6);
	}

	/** Left, bottom, right, top of the whole font. */
	int[] box() {
		ByteBuffer head = table("head");
		return new int[]{head.getShort(36), head.getShort(38), head.getShort(40), head.getShort(42)};
	}

	/** A font program with these signs as glyphs 1, 2, 3… */
	byte[] with(List<Sign> signs) {
		return new Program().with(signs);
	}

	private ByteBuffer table(String tag) {
		ByteBuffer table = tables.get(tag);
		if (table == null) {
			throw new IllegalStateException("the font has no table " + tag);
		}
		return table;
	}

	private byte[] glyph(int id) {
		byte[] glyph = new byte[offsets[id + 1] - offsets[id]];
		table("glyf").get(offsets[id], glyph);
		return glyph;
	}

	/** One font program being made. */
	private final class Program {

		private final List<byte[]> glyphs = new ArrayList<>();
		private final List<Integer> advances = new ArrayList<>();
		private final Map<Integer, Integer> originals = new LinkedHashMap<>();
		private int reserved;

		byte[] with(List<Sign> signs) {
			reserved = signs.size() + 1;
			List<byte[]> drawn = new ArrayList<>();
			for (Sign sign : signs) {
				drawn.add(drawn(sign.parts()));
			}
			glyphs.add(new byte[0]);
			advances.add(0);
			for (int i = 0; i < signs.size(); i++) {
				glyphs.add(drawn.get(i));
				advances.add(signs.get(i).advance());
			}
			List<Integer> order = new ArrayList<>(originals.keySet());
			for (int i = 0; i < order.size(); i++) {
				glyphs.add(copied(order.get(i)));
				advances.add(0);
				if (originals.size() > order.size()) {
					order = new ArrayList<>(originals.keySet());
				}
			}
			return file();
		}

		/** The glyph as it is when it stands in its place, otherwise one composed of moved glyphs. */
		private byte[] drawn(List<Part> parts) {
			List<Part> inked = parts.stream().filter(part -> offsets[part.glyph() + 1] > offsets[part.glyph()]).toList();
			if (inked.isEmpty()) {
				return new byte[0];
			}
			Part first = inked.getFirst();
			if (inked.size() == 1 && first.x() == 0 && first.y() == 0) {
				return copied(first.glyph());
			}
			ByteBuffer composed = ByteBuffer.allocate(10 + 8 * inked.size());
			int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
			for (int i = 0; i < inked.size(); i++) {
				Part part = inked.get(i);
				ByteBuffer original = ByteBuffer.wrap(glyph(part.glyph()));
				box[0] = Math.min(box[0], original.getShort(2) + part.x());
				box[1] = Math.min(box[1], original.getShort(4) + part.y());
				box[2] = Math.max(box[2], original.getShort(6) + part.x());
				box[3] = Math.max(box[3], original.getShort(8) + part.y());
				int at = 10 + 8 * i;
				composed.putShort(at, (short) (WORDS | OFFSETS | (i + 1 < inked.size() ? MORE : 0)));
				composed.putShort(at + 2, (short) number(part.glyph()));
				composed.putShort(at + 4, (short) part.x()).putShort(at + 6, (short) part.y());
			}
			composed.putShort(0, (short) -1);
			for (int i = 0; i < 4; i++) {
				composed.putShort(2 + 2 * i, (short) box[i]);
			}
			return composed.array();
		}

		private int number(int original) {
			return originals.computeIfAbsent(original, o -> reserved + originals.size());
		}

		private byte[] copied(int id) {
			byte[] glyph = glyph(id);
			if (glyph.length == 0) {
				return glyph;
			}
			return ByteBuffer.wrap(glyph).getShort(0) >= 0 ? withoutInstructions(glyph) : renumbered(glyph);
		}

		private static byte[] withoutInstructions(byte[] glyph) {
			ByteBuffer in = ByteBuffer.wrap(glyph);
			int length = 10 + 2 * in.getShort(0);
			int instructions = Short.toUnsignedInt(in.getShort(length));
			byte[] out = new byte[glyph.length - instructions];
			System.arraycopy(glyph, 0, out, 0, length);
			System.arraycopy(glyph, length + 2 + instructions, out, length + 2, glyph.length - length - 2 - instructions);
			return out;
		}

		private byte[] renumbered(byte[] glyph) {
			ByteBuffer out = ByteBuffer.wrap(glyph.clone());
			int at = 10;
			int flags;
			do {
				flags = out.getShort(at);
				out.putShort(at, (short) (flags & ~INSTRUCTIONS));
				out.putShort(at + 2, (short) number(Short.toUnsignedInt(out.getShort(at + 2))));
				at += 4 + ((flags & WORDS) != 0 ? 4 : 2) + ((flags & SCALE) != 0 ? 2 : (flags & TWO_SCALES) != 0 ? 4 : (flags & MATRIX) != 0 ? 8 : 0);
			} while ((flags & MORE) != 0);
			return java.util.Arrays.copyOf(out.array(), at);
		}

		private byte[] file() {
			ByteArrayOutputStream outlines = new ByteArrayOutputStream();
			ByteBuffer places = ByteBuffer.allocate(4 * (glyphs.size() + 1));
			ByteBuffer metrics = ByteBuffer.allocate(4 * glyphs.size());
			for (int i = 0; i < glyphs.size(); i++) {
				byte[] glyph = glyphs.get(i);
				metrics.putShort(advances.get(i).shortValue()).putShort(glyph.length == 0 ? 0 : ByteBuffer.wrap(glyph).getShort(2));
				outlines.writeBytes(glyph);
				outlines.writeBytes(new byte[-glyph.length & 3]);
				places.putInt(4 * (i + 1), outlines.size());
			}
			Map<String, byte[]> out = new TreeMap<>();
			out.put("glyf", outlines.toByteArray());
			out.put("loca", places.array());
			out.put("hmtx", metrics.array());
			out.put("head", changed("head", Map.of(8, 0, 10, 0, 50, 1)));
			out.put("hhea", changed("hhea", Map.of(34, glyphs.size())));
			out.put("maxp", changed("maxp", Map.of(4, glyphs.size(), 26, 0, 28, 16, 30, 6)));
			return Sfnt.file(out);
		}

		private byte[] changed(String tag, Map<Integer, Integer> shorts) {
			byte[] bytes = new byte[table(tag).capacity()];
			table(tag).get(0, bytes);
			shorts.forEach((at, value) -> ByteBuffer.wrap(bytes).putShort(at, value.shortValue()));
			return bytes;
		}
	}
}
