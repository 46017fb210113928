package org.nafidha.documents.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.SAXException;

/**
 * A document's wording and order, as a strict subset of XHTML in {@code documents/templates/<name>.html} (docs/templates.md
 * tells a designer what may stand there). Read and checked once; immutable, thread-safe.
 */
public final class Template {

	private static final Set<String> ELEMENTS = Set.of("html", "head", "title", "body", "header", "footer", "h1", "h2", "p", "dl", "div", "dt", "dd",
			"table", "thead", "tbody", "tr", "th", "td", "ul", "li", "img", "b", "span", "br", "include");
	private static final Set<String> ATTRIBUTES = Set.of("lang", "dir", "class", "each", "if", "unless", "src", "alt", "width", "columns");

	private final String name;
	private final Markup.Element head;
	private final Markup.Element body;

	private Template(String name, Markup.Element root) {
		this.name = name;
		this.head = only(root, "head");
		this.body = only(root, "body");
	}

	/** Throws {@link IllegalStateException} for a template that is absent, not well-formed, or uses what the subset does not have. */
	public static Template named(String name) {
		Markup.Element root = included(parse(name));
		check(root, name);
		return new Template(name, root);
	}

	public String name() {
		return name;
	}

	/** The template with its values: text, lists of maps, true or false. A value that is missing is an error, never a blank. */
	Filled fill(Map<String, ?> values) {
		return new Filling(name).fill(head, body, values);
	}

	/** Top-level names that it prints or asks for; the variable of a repetition is none. */
	public Set<String> reads() {
		Set<String> names = new TreeSet<>();
		names(head, Set.of(), names);
		names(body, Set.of(), names);
		return names;
	}

	private static void names(Markup.Element element, Set<String> variables, Set<String> names) {
		Set<String> inside = variables;
		Matcher each = Values.EACH.matcher(element.attribute("each"));
		if (each.matches()) {
			name(each.group(2), variables, names);
			inside = Stream.concat(variables.stream(), Stream.of(each.group(1))).collect(Collectors.toSet());
		}
		for (String condition : List.of("if", "unless")) {
			if (!element.attribute(condition).isEmpty()) {
				name(element.attribute(condition), inside, names);
			}
		}
		placeholders(element.attribute("alt"), inside, names);
		for (Markup part : element.content()) {
			switch (part) {
				case Markup.Element inner -> names(inner, inside, names);
				case Markup.Words words -> placeholders(words.text(), inside, names);
			}
		}
	}

	private static void placeholders(String text, Set<String> variables, Set<String> names) {
		Matcher placeholder = Values.PLACEHOLDER.matcher(text);
		while (placeholder.find()) {
			name(placeholder.group(1), variables, names);
		}
	}

	private static void name(String path, Set<String> variables, Set<String> names) {
		String first = path.split("\\.", 2)[0];
		if (!variables.contains(first)) {
			names.add(first);
		}
	}

	private static Markup.Element parse(String name) {
		if (!name.matches("[a-z0-9-]{1,60}")) {
			throw new IllegalStateException("not a template's name: " + name);
		}
		try (InputStream in = Template.class.getResourceAsStream("/documents/templates/" + name + ".html")) {
			if (in == null) {
				throw new IllegalStateException("there is no document template " + name);
			}
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			factory.setIgnoringComments(true);
			factory.setCoalescing(true);
			return Markup.Element.of(factory.newDocumentBuilder().parse(in).getDocumentElement());
		} catch (SAXException e) {
			throw new IllegalStateException("the document template " + name + " is not well-formed: " + e.getMessage(), e);
		} catch (ParserConfigurationException e) {
			throw new IllegalStateException(e);
		} catch (IOException e) {
			throw new UncheckedIOException("the document template " + name + " cannot be read", e);
		}
	}

	/** {@code <include src="letterhead"/>} is replaced by the body of that template. */
	private static Markup.Element included(Markup.Element element) {
		List<Markup> content = element.content().stream().<Markup>flatMap(part -> switch (part) {
			case Markup.Element inner when "include".equals(inner.tag()) -> only(parse(inner.attribute("src")), "body").elements().stream();
			case Markup.Element inner -> Stream.of(included(inner));
			case Markup.Words words -> Stream.of(words);
		}).toList();
		return new Markup.Element(element.tag(), element.attributes(), content);
	}

	private static void check(Markup.Element element, String name) {
		if (!ELEMENTS.contains(element.tag())) {
			throw new IllegalStateException("the document template " + name + " uses <" + element.tag() + ">, which documents do not have");
		}
		for (String attribute : element.attributes().keySet()) {
			if (!ATTRIBUTES.contains(attribute)) {
				throw new IllegalStateException(
						"the document template " + name + " has " + attribute + "= on <" + element.tag() + ">, which documents do not have");
			}
		}
		element.elements().forEach(child -> check(child, name));
	}

	private static Markup.Element only(Markup.Element parent, String tag) {
		return parent.elements(tag).stream().findFirst().orElseThrow(() -> new IllegalStateException("a document template needs <" + tag + ">"));
	}
}
