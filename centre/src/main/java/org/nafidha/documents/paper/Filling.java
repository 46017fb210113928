package org.nafidha.documents.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nafidha.documents.paper.Block.Fact;
import org.nafidha.documents.paper.Block.Paragraph.Kind;
import org.nafidha.documents.paper.Markup.Element;

/** Reads the elements of a template into blocks, with the values in their places. */
final class Filling {

	private final String template;

	Filling(String template) {
		this.template = template;
	}

	Filled fill(Element head, Element body, Map<String, ?> map) {
		Values values = new Values(template, map);
		String title = values.fill(head.elements("title").getFirst().text().strip());
		List<Block> blocks = new ArrayList<>();
		List<List<Span>> runningHead = new ArrayList<>();
		String pageNumber = "";
		for (Element element : body.elements()) {
			if (element.hasClass("running") && "header".equals(element.tag())) {
				element.elements("p").forEach(p -> runningHead.add(spans(p, values, Look.RUNNING)));
			} else if (element.hasClass("running")) {
				pageNumber = element.text().strip();
			} else {
				values.repetitions(element).forEach(inner -> blocks.add(block(element, inner)));
			}
		}
		return new Filled(title, blocks, runningHead, pageNumber);
	}

	private Block block(Element element, Values values) {
		return switch (element.tag()) {
			case "header" -> letterhead(element, values);
			case "h1" -> new Block.Heading(1, spans(element, values, Look.TITLE));
			case "h2" -> new Block.Heading(2, spans(element, values, Look.SECTION));
			case "p" -> paragraph(element, values);
			case "dl" -> new Block.Facts(number(element, "columns", 3), facts(element, values, Look.LABEL, Look.VALUE));
			case "table" -> table(element, values);
			case "ul" -> new Block.Bullets(lines(element, "li", values, Look.BODY));
			case "footer" -> foot(element, values);
			default -> throw new IllegalStateException(
					"the document template " + template + " has <" + element.tag() + "> where a block must stand");
		};
	}

	private Block paragraph(Element element, Values values) {
		Kind kind = element.has("class") ? Kind.valueOf(element.attribute("class").toUpperCase(Locale.ROOT)) : Kind.BODY;
		Style style = switch (kind) {
			case BODY, NOTE -> Look.BODY;
			case LEAD -> Look.LEAD;
			case WARNING -> Look.WARNING;
		};
		return new Block.Paragraph(kind, spans(element, values, style));
	}

	private Block letterhead(Element element, Values values) {
		return new Block.Letterhead(lines(element, "p", values, Look.AUTHORITY),
				element.elements("dl").stream().flatMap(dl -> facts(dl, values, Look.LABEL, Look.VALUE).stream()).toList());
	}

	private Block foot(Element element, Values values) {
		Element code = element.elements("img").getFirst();
		Element signatory = element.elements("div").getFirst();
		return new Block.Foot(values.fill(code.attribute("alt")), lines(element, "p", values, Look.FOOT),
				lines(signatory, "p", values, Look.SIGNATORY));
	}

	private List<Fact> facts(Element list, Values values, Style label, Style value) {
		List<Fact> facts = new ArrayList<>();
		for (Element pair : list.elements("div")) {
			for (Values inner : values.repetitions(pair)) {
				facts.add(
						new Fact(spans(pair.elements("dt").getFirst(), inner, label), spans(pair.elements("dd").getFirst(), inner, value)));
			}
		}
		return facts;
	}

	private Block table(Element element, Values values) {
		Element headRow = element.elements("thead").getFirst().elements("tr").getFirst();
		List<Double> weights = new ArrayList<>();
		List<List<Span>> head = new ArrayList<>();
		for (Element cell : headRow.elements("th")) {
			weights.add((double) number(cell, "width", 1));
			head.add(spans(cell, values, Look.LABEL));
		}
		List<Block.Row> rows = new ArrayList<>();
		for (Element row : element.elements("tbody").getFirst().elements("tr")) {
			boolean total = row.hasClass("total");
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
		for (Element child : parent.elements(tag)) {
			values.repetitions(child).forEach(inner -> lines.add(spans(child, inner, style)));
		}
		return lines;
	}

	private List<Span> spans(Element element, Values values, Style style) {
		List<Span> spans = new ArrayList<>();
		collect(element, values, new Span("", style, false, element.hasClass("n"), null), spans);
		return trimmed(spans);
	}

	private void collect(Element element, Values values, Span like, List<Span> into) {
		for (Markup part : element.content()) {
			switch (part) {
				case Markup.Words(String words) -> values.pieces(words.replaceAll("\\s+", " "),
						(piece, value) -> into.add(new Span(piece, like.style(), like.isolated() || value, like.whole(), like.language())));
				case Element inner when "br".equals(inner.tag()) -> into.add(Span.of("\n", like.style()));
				case Element inner -> values.repetitions(inner).forEach(scope -> collect(inner, scope, inside(inner, like), into));
			}
		}
	}

	private Span inside(Element inner, Span like) {
		return switch (inner.tag()) {
			case "b" -> like.with(like.style().strong());
			case "span" -> new Span("", inner.hasClass("soft") ? like.style().in(Colour.SOFT) : like.style(), like.isolated(),
					like.whole() || inner.hasClass("n"), inner.has("lang") ? inner.attribute("lang") : like.language());
			default -> throw new IllegalStateException("the document template " + template + " has <" + inner.tag() + "> inside a text");
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
		return element.has(attribute) ? Integer.parseInt(element.attribute(attribute)) : otherwise;
	}
}
