package org.nafidha.documents.paper;

import static org.nafidha.documents.paper.Look.MM;

import java.awt.geom.Line2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nafidha.documents.paper.Page.Drawing;

/**
 * Makes the page: a template with its values becomes a PDF/A-2a and PDF/UA-1 file. The same content gives the same bytes.
 * Thread-safe; fonts are parsed once and shaped words remembered.
 */
public final class Composer {

	private final LineBreaker breaker = new LineBreaker();

	/**
	 * Lays the whole document out without writing it, so that a letter no font has or a value that is missing shows before
	 * anything is done.
	 *
	 * @throws MissingGlyph for a character that cannot be drawn
	 */
	public void check(Template template, Map<String, ?> values) {
		lay(template.fill(values), new QrCode("NAF1:CHECK"));
	}

	/**
	 * The finished file.
	 *
	 * @throws MissingGlyph for a character that cannot be drawn
	 */
	public byte[] compose(Template template, Map<String, ?> values, Imprint imprint) {
		Filled filled = template.fill(values);
		try {
			return new TaggedPdf(filled.title(), imprint).write(lay(filled, new QrCode(imprint.code())));
		} catch (IOException e) {
			throw new UncheckedIOException("the document cannot be written", e);
		}
	}

	/** @param document root of the structure tree */
	record Laid(List<Page> pages, Tag document) {
	}

	private Laid lay(Filled filled, QrCode code) {
		Tag document = new Tag("Document");
		Typesetting typesetting = new Typesetting(breaker, document);
		List<Piece> pieces = new ArrayList<>();
		Block.Foot foot = null;
		Block before = null;
		int lastSection = 0;
		for (Block block : filled.blocks()) {
			if (block instanceof Block.Foot end) {
				foot = end;
			} else {
				lastSection = block instanceof Block.Heading ? pieces.size() : lastSection;
				pieces.addAll(typesetting.pieces(block, before));
				before = block;
			}
		}
		if (foot == null) {
			throw new IllegalStateException("a document template needs a <footer> with its code");
		}
		List<Page> pages = new Flow().pages(pieces, lastSection, new FootPiece(foot, code, breaker, document));
		for (int i = 0; i < pages.size(); i++) {
			frame(pages.get(i), i + 1, pages.size(), filled);
		}
		return new Laid(pages, document);
	}

	/** What every page carries beside its text. */
	private void frame(Page page, int number, int count, Filled filled) {
		page.decorate(Ornaments.ablaq(number == 1 ? 4 * MM : 2 * MM));
		if (number > 1) {
			double top = 11 * MM;
			List<Line> right = breaker.lines(filled.runningHead().get(0), Look.WIDTH / 2);
			List<Line> left = breaker.lines(filled.runningHead().get(1), Look.WIDTH / 2);
			List<Drawing> head = new ArrayList<>(Typesetting.atStart(right, Look.RIGHT, top));
			head.addAll(Typesetting.atEnd(left, Look.LEFT, top));
			double line = top + Math.max(Typesetting.height(right), Typesetting.height(left)) + 1.2 * MM;
			head.add(new Drawing.Stroke(new Line2D.Double(Look.LEFT, line, Look.RIGHT, line), Colour.LAUREL, 0.4 * MM));
			page.paginate(head);
		}
		String text = filled.pageNumber().replace("{{page}}", Integer.toString(number)).replace("{{pages}}", Integer.toString(count));
		page.paginate(Typesetting.centred(breaker.lines(List.of(Span.of(text, Look.RUNNING)), Look.WIDTH), Look.PAGE_NUMBER));
	}
}
