package org.nafidha.documents.paper;

import static org.nafidha.documents.paper.Look.MM;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import org.nafidha.documents.paper.Page.Drawing;

/** End of the last page: the code at the right with its quiet zone, how to verify, and the seal with who signs at the left. */
final class FootPiece {

	private static final double ABOVE = 4.5 * MM;
	private static final double SIGNATORY_WIDTH = 44 * MM;
	private static final double SEAL_RADIUS = 9.5 * MM;

	private final QrCode code;
	private final Tag codeTag;
	private final String codeInWords;
	private final List<Tag> textTags = new ArrayList<>();
	private final List<List<Line>> text = new ArrayList<>();
	private final Tag signatoryTag;
	private final List<Line> signatory = new ArrayList<>();
	private final double quiet;

	FootPiece(Block.Foot foot, QrCode code, LineBreaker breaker, Tag document) {
		this.code = code;
		this.quiet = 4 * Look.CODE_SIZE / code.size();
		this.codeInWords = foot.codeInWords();
		this.codeTag = document.child("Figure");
		double width = Look.WIDTH - Look.CODE_SIZE - quiet - 3 * MM - SIGNATORY_WIDTH;
		for (List<Span> paragraph : foot.text()) {
			textTags.add(document.child("P"));
			text.add(breaker.lines(paragraph, width));
		}
		this.signatoryTag = document.child("P");
		foot.signatory().forEach(line -> signatory.addAll(breaker.lines(line, SIGNATORY_WIDTH)));
	}

	double height() {
		double words = text.stream().mapToDouble(Typesetting::height).sum();
		double seal = 2 * SEAL_RADIUS + 1 * MM + Typesetting.height(signatory);
		return ABOVE + Math.max(Look.CODE_SIZE, Math.max(words, seal));
	}

	void draw(Page page, double top) {
		page.decorate(new Drawing.Stroke(new Line2D.Double(Look.LEFT, top, Look.RIGHT, top), Colour.LINE, Look.HAIRLINE));
		double begin = top + ABOVE;
		drawCode(page, begin);
		double right = Look.RIGHT - Look.CODE_SIZE - quiet - 1 * MM;
		double words = text.stream().mapToDouble(Typesetting::height).sum();
		double y = begin + Math.max(0, (Look.CODE_SIZE - words) / 2);
		for (int i = 0; i < text.size(); i++) {
			page.write(textTags.get(i), Typesetting.atStart(text.get(i), right, y));
			y += Typesetting.height(text.get(i));
		}
		double middle = Look.LEFT + SIGNATORY_WIDTH / 2;
		page.decorate(Ornaments.seal(middle, begin + SEAL_RADIUS, SEAL_RADIUS).toArray(Drawing[]::new));
		page.write(signatoryTag, Typesetting.centred(signatory, middle, begin + 2 * SEAL_RADIUS + 1 * MM));
	}

	private void drawCode(Page page, double top) {
		double left = Look.RIGHT - Look.CODE_SIZE;
		codeTag.figure(codeInWords, new double[]{left, Look.PAGE_HEIGHT - top - Look.CODE_SIZE, Look.RIGHT, Look.PAGE_HEIGHT - top});
		page.write(codeTag, List.of(new Drawing.Fill(code.drawn(left, top, Look.CODE_SIZE), Colour.INK)));
	}
}
