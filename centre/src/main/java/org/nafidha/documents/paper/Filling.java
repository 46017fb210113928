package org.nafidha.documents.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nafidha.documents.paper.Block.Fact;
import org.nafidha.documents.paper.Block.Paragraph.Kind;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Reads the elements of a template into blocks, with the values in their places. */
final class Filling {

	private final String template;

	Filling(String template) {
		this.template = template;
	}

	Filled fill(Element head, Element body, Map<String, ?> map) {
		Values values = new Values(template, map);
		String title = values.fill(Xml.children(head, "title").getFirst().getTextContent().strip());
		List<Block> blocks = new ArrayList<>();
		List<List<Span>> runningHead = new ArrayList<>();
		String pageNumber = "";
		for (Element element : Xml.children(body)) {
			if (Xml.hasClass(element, "running") && "header".equals(element.getTagName())) {
				Xml.children(element, "p").forEach(p -> runningHead.add(spans(p, values, Look.RUNNING)));
			} else if (Xml.hasClass(element, "running")) {
				pageNumber = element.getTextContent().strip();
			} else {
				values.repetitions(element).forEach(inner -> blocks.add(block(element, inner)));
			}
		}
		return new Filled(title, blocks, runningHead, pageNumber);
	}

	private Block block(Element element, Values values) {
		return switch (element.getTagName()) {
			case "header" -> letterhead(element, values);
			case "h1" -> new Block.Heading(1, spans(element, values, Look.TITLE));
			case "h2" -> new Block.Heading(2, spans(element, values, Look.SECTION));
			case "p" -> paragraph(element, values);
			case "dl" -> new Block.Facts(number(element, "columns", 3), facts(element, values, Look.LABEL, Look.VALUE));
			case "table" -> table(element, values);
			case "ul" -> new Block.Bullets(lines(element, "li", values, Look.BODY));
			case "footer" -> foot(element, values);
			default -> throw new IllegalStateException(
					"the document template " + template + " has <" + element.getTagName() + "> where a block must stand");
		};
	}

	private Block paragraph(Element element, Values values) {
		Kind kind = element.hasAttribute("class") ? Kind.valueOf(element.getAttribute("class").toUpperCase(Locale.ROOT)) : Kind.BODY;
		Style style = switch (kind) {
			case BODY, NOTE -> Look.BODY;
			case LEAD -> Look.LEAD;
			case WARNING -> Look.WARNING;
		};
		return new Block.Paragraph(kind, spans(element, values, style));
	}

	private Block letterhead(Element element, Values values) {
		return new Block.Letterhead(lines(element, "p", values, Look.AUTHORITY),
				Xml.children(element, "dl").stream().flatMap(dl -> facts(dl, values, Look.LABEL, Look.VALUE).stream()).toList());
	}

	private Block foot(Element element, Values values) {
		Element code = Xml.children(element, "img").getFirst();
		Element signatory = Xml.children(element, "div").getFirst();
		return new Block.Foot(values.fill(code.getAttribute("alt")), lines(element, "p", values, Look.FOOT),
				lines(signatory, "p", values, Look.SIGNATORY));
	}

	private List<Fact> facts(Element list, Values values, Style label, Style value) {
		List<Fact> facts = new ArrayList<>();
		for (Element pair : Xml.children(list, "div")) {
			for (Values inner : values.repetitions(pair)) {
				facts.add(
						new Fact(spans(Xml.children(pair, "dt").getFirst(), inner, label), spans(Xml.children(pair, "dd").getFirst(), inner, value)));
			}
		}
		return facts;
	}

	private Block table(Element element, Values values) {
		Element headRow = Xml.children(Xml.children(element, "thead").getFirst(), "tr").getFirst();
		List<Double> weights = new ArrayList<>();
		List<List<Span>> head = new ArrayList<>();
		for (Element cell : Xml.children(headRow, "th")) {
			weights.add((double) number(cell, "width", 1));
			head.add(spans(cell, values, Look.LABEL));
		}
		List<Block.Row> rows = new ArrayList<>();
		for (Element row : Xml.children(Xml.children(element, "tbody").getFirst(), "tr")) {
			boolean total = Xml.hasClass(row, "total");
			for (Values inner : values.repetitions(row)) {
				List<List<Span>> cells = lines(row, "td", inner, total ? Look.BODY.strong() : Look.BODY);
				if (cells.size() != head.size()) {
					throw new IllegalStateException(
							"the document template " + template + " has a row of " + cells.size() + " cells under " + head.size());
				}
				rows.add(new Block.Row(total, cells));
			}
		}
		return new Block.Table(weights, head, rows);
	}

	private List<List<Span>> lines(Element parent, String tag, Values values, Style style) {
		List<List<Span>> lines = new ArrayList<>();
		for (Element child : Xml.children(parent, tag)) {
			values.repetitions(child).forEach(inner -> lines.add(spans(child, inner, style)));
		}
		return lines;
	}

	private List<Span> spans(Element element, Values values, Style style) {
		List<Span> spans = new ArrayList<>();
		collect(element, values, new Span("", style, false, Xml.hasClass(element, "n"), null), spans);
		return trimmed(spans);
	}

	private void collect(Element element, Values values, Span like, List<Span> into) {
		for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
			switch (node) {
				case Text text -> values.pieces(text.getData().replaceAll("\\s+", " "),
						(piece, value) -> into.add(new Span(piece, like.style(), like.isolated() || value, like.whole(), like.language())));
				case Element inner when "br".equals(inner.getTagName()) -> into.add(Span.of("\n", like.style()));
				case Element inner -> values.repetitions(inner).forEach(scope -> collect(inner, scope, inside(inner, like), into));
				default -> throw new IllegalStateException("the document template " + template + " has something that is neither text nor element");
			}
		}
	}

	private Span inside(Element inner, Span like) {
		return switch (inner.getTagName()) {
			case "b" -> like.with(like.style().strong());
			case "span" -> new Span("", Xml.hasClass(inner, "soft") ? like.style().in(Colour.SOFT) : like.style(), like.isolated(),
					like.whole() || Xml.hasClass(inner, "n"), inner.hasAttribute("lang") ? inner.getAttribute("lang") : like.language());
			default -> throw new IllegalStateException("the document template " + template + " has <" + inner.getTagName() + "> inside a text");
		};
	}

	/** White space at both ends of a text is the template's indentation, as in HTML. */
	private static List<Span> trimmed(List<Span> spans) {
		List<Span> kept = new ArrayList<>(spans);
		while (!kept.isEmpty() && kept.getFirst().text().isBlank() && !kept.getFirst().text().equals("\n")) {
			kept.removeFirst();
		}
		while (!kept.isEmpty() && kept.getLast().text().isBlank() && !kept.getLast().text().equals("\n")) {
			kept.removeLast();
		}
		if (!kept.isEmpty()) {
			Span first = kept.getFirst();
			kept.set(0, new Span(first.text().replaceFirst("^ +", ""), first.style(), first.isolated(), first.whole(), first.language()));
			Span last = kept.getLast();
			kept.set(kept.size() - 1, new Span(last.text().replaceFirst(" +$", ""), last.style(), last.isolated(), last.whole(), last.language()));
		}
		return kept;
	}

	private static int number(Element element, String attribute, int otherwise) {
		return element.hasAttribute(attribute) ? Integer.parseInt(element.getAttribute(attribute)) : otherwise;
	}
}
