package org.nafidha.documents.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * A piece of a template. Immutable, so that many documents are made of it at once: two threads may not even read the same DOM, which
 * fills itself in while it is read.
 */
sealed interface Markup {

	record Words(String text) implements Markup {
	}

	record Element(String tag, Map<String, String> attributes, List<Markup> content) implements Markup {

		static Element of(org.w3c.dom.Element read) {
			Map<String, String> attributes = new HashMap<>();
			NamedNodeMap nodes = read.getAttributes();
			for (int i = 0; i < nodes.getLength(); i++) {
				attributes.put(nodes.item(i).getNodeName(), nodes.item(i).getNodeValue());
			}
			List<Markup> content = new ArrayList<>();
			for (Node node = read.getFirstChild(); node != null; node = node.getNextSibling()) {
				switch (node) {
					case Text text -> content.add(new Words(text.getData()));
					case org.w3c.dom.Element inner -> content.add(of(inner));
					default -> throw new IllegalStateException("a document template has something that is neither text nor element");
				}
			}
			return new Element(read.getTagName(), Map.copyOf(attributes), List.copyOf(content));
		}

		List<Element> elements() {
			return content.stream().filter(Element.class::isInstance).map(Element.class::cast).toList();
		}

		List<Element> elements(String named) {
			return elements().stream().filter(child -> child.tag.equals(named)).toList();
		}

		boolean has(String attribute) {
			return attributes.containsKey(attribute);
		}

		/** Empty if it has none. */
		String attribute(String name) {
			return attributes.getOrDefault(name, "");
		}

		boolean hasClass(String name) {
			return List.of(attribute("class").split(" ")).contains(name);
		}

		/** All words within. */
		String text() {
			return content.stream().map(part -> switch (part) {
				case Words(String words) -> words;
				case Element element -> element.text();
			}).collect(Collectors.joining());
		}
	}
}
