package org.nafidha.documents.paper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.nafidha.documents.paper.Word.Sign;

/** A face as one document embeds it: each sign has a code of its own, which is also its glyph in the embedded font. */
final class EmbeddedFont {

	private static final int SYMBOLIC = 4;

	private final String name;
	private final Face face;
	private final Map<Sign, Integer> codes = new LinkedHashMap<>();

	EmbeddedFont(String name, Face face) {
		this.name = name;
		this.face = face;
	}

	/** Its name among the page's resources. */
	String name() {
		return name;
	}

	int code(Sign sign) {
		return codes.computeIfAbsent(sign, s -> codes.size() + 1);
	}

	COSDictionary write(PDDocument pdf) throws IOException {
		byte[] program = face.embedding().with(List.copyOf(codes.keySet()));
		String tag = tag();
		COSDictionary descendant = dictionary("Font");
		descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
		descendant.setName(COSName.BASE_FONT, tag + face.name());
		COSDictionary system = new COSDictionary();
		system.setDirect(true);
		system.setString(COSName.REGISTRY, "Adobe");
		system.setString(COSName.ORDERING, "Identity");
		system.setInt(COSName.SUPPLEMENT, 0);
		descendant.setItem(COSName.CIDSYSTEMINFO, system);
		descendant.setItem(COSName.W, widths());
		descendant.setInt(COSName.DW, 0);
		descendant.setItem(COSName.CID_TO_GID_MAP, COSName.IDENTITY);
		descendant.setItem(COSName.FONT_DESC, descriptor(pdf, tag, program));
		COSDictionary font = dictionary("Font");
		font.setItem(COSName.SUBTYPE, COSName.TYPE0);
		font.setName(COSName.BASE_FONT, tag + face.name());
		font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
		font.setItem(COSName.DESCENDANT_FONTS, array(descendant));
		font.setItem(COSName.TO_UNICODE, stream(pdf, toUnicode().getBytes(StandardCharsets.US_ASCII)));
		return font;
	}

	private COSDictionary descriptor(PDDocument pdf, String tag, byte[] fontProgram) throws IOException {
		COSDictionary descriptor = dictionary("FontDescriptor");
		descriptor.setName(COSName.FONT_NAME, tag + face.name());
		descriptor.setInt(COSName.FLAGS, SYMBOLIC);
		COSArray box = new COSArray();
		for (int edge : face.embedding().box()) {
			box.add(COSInteger.get(edge));
		}
		descriptor.setItem(COSName.FONT_BBOX, box);
		descriptor.setInt(COSName.ITALIC_ANGLE, 0);
		descriptor.setInt(COSName.ASCENT, face.embedding().ascent());
		descriptor.setInt(COSName.DESCENT, -face.embedding().descent());
		descriptor.setInt(COSName.CAP_HEIGHT, 700);
		descriptor.setInt(COSName.STEM_V, 80);
		COSStream program = stream(pdf, fontProgram);
		program.setInt(COSName.LENGTH1, fontProgram.length);
		descriptor.setItem(COSName.FONT_FILE2, program);
		return descriptor;
	}

	private COSArray widths() {
		COSArray each = new COSArray();
		codes.keySet().forEach(sign -> each.add(COSInteger.get(sign.advance())));
		COSArray widths = new COSArray();
		widths.add(COSInteger.ONE);
		widths.add(each);
		return widths;
	}

	private String toUnicode() {
		StringBuilder map = new StringBuilder("""
				/CIDInit /ProcSet findresource begin
				12 dict begin
				begincmap
				/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
				/CMapName /Adobe-Identity-UCS def
				/CMapType 2 def
				1 begincodespacerange
				<0000> <FFFF>
				endcodespacerange
				""");
		List<Sign> signs = List.copyOf(codes.keySet());
		for (int from = 0; from < signs.size(); from += 100) {
			int to = Math.min(signs.size(), from + 100);
			map.append(to - from).append(" beginbfchar\n");
			for (int i = from; i < to; i++) {
				map.append(String.format("<%04X> <%s>\n", i + 1, Ink.hex(signs.get(i).unicode())));
			}
			map.append("endbfchar\n");
		}
		return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").toString();
	}

	/** Six letters that depend on nothing but what is embedded. */
	private String tag() {
		long hash = Math.abs((long) codes.hashCode() * 31 + face.name().hashCode());
		StringBuilder tag = new StringBuilder();
		for (int i = 0; i < 6; i++) {
			tag.append((char) ('A' + hash % 26));
			hash /= 26;
		}
		return tag.append('+').toString();
	}

	private static COSDictionary dictionary(String type) {
		COSDictionary dictionary = new COSDictionary();
		dictionary.setName(COSName.TYPE, type);
		return dictionary;
	}

	private static COSArray array(COSDictionary only) {
		COSArray array = new COSArray();
		array.add(only);
		return array;
	}

	private static COSStream stream(PDDocument pdf, byte[] bytes) throws IOException {
		COSStream stream = pdf.getDocument().createCOSStream();
		try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
			out.write(bytes);
		}
		return stream;
	}
}
