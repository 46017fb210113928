package org.nafidha.documents.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
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
	private final Element head;
	private final Element body;

	private Template(String name, Element root) {
		this.name = name;
		this.head = only(root, "head");
		this.body = only(root, "body");
	}

	/** Throws {@link IllegalStateException} for a template that is absent, not well-formed, or uses what the subset does not have. */
	public static Template named(String name) {
		Element root = parse(name);
		include(root, name);
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

	private static Element parse(String name) {
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
			return factory.newDocumentBuilder().parse(in).getDocumentElement();
		} catch (SAXException e) {
			throw new IllegalStateException("the document template " + name + " is not well-formed: " + e.getMessage(), e);
		} catch (ParserConfigurationException e) {
			throw new IllegalStateException(e);
		} catch (IOException e) {
			throw new UncheckedIOException("the document template " + name + " cannot be read", e);
		}
	}

	/** {@code <include src="letterhead"/>} is replaced by the body of that template. */
	private static void include(Element element, String name) {
		for (Element child : Xml.children(element)) {
			if (!"include".equals(child.getTagName())) {
				include(child, name);
				continue;
			}
			for (Element part : Xml.children(only(parse(child.getAttribute("src")), "body"))) {
				Node copy = element.getOwnerDocument().importNode(part, true);
				element.insertBefore(copy, child);
			}
			element.removeChild(child);
		}
	}

	private static void check(Element element, String name) {
		if (!ELEMENTS.contains(element.getTagName())) {
			throw new IllegalStateException("the document template " + name + " uses <" + element.getTagName() + ">, which documents do not have");
		}
		for (int i = 0; i < element.getAttributes().getLength(); i++) {
			String attribute = element.getAttributes().item(i).getNodeName();
			if (!ATTRIBUTES.contains(attribute)) {
				throw new IllegalStateException(
						"the document template " + name + " has " + attribute + "= on <" + element.getTagName() + ">, which documents do not have");
			}
		}
		Xml.children(element).forEach(child -> check(child, name));
	}

	private static Element only(Element parent, String tag) {
		return Xml.children(parent).stream().filter(child -> child.getTagName().equals(tag)).findFirst()
				.orElseThrow(() -> new IllegalStateException("a document template needs <" + tag + ">"));
	}
}
