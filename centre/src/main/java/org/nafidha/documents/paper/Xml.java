package org.nafidha.documents.paper;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The few steps through a DOM that templates need. */
final class Xml {

	private Xml() {
	}

	static List<Element> children(Element parent) {
		List<Element> children = new ArrayList<>();
		for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (node instanceof Element element) {
				children.add(element);
			}
		}
		return children;
	}

	static List<Element> children(Element parent, String tag) {
		return children(parent).stream().filter(child -> child.getTagName().equals(tag)).toList();
	}

	static boolean hasClass(Element element, String name) {
		return List.of(element.getAttribute("class").split(" ")).contains(name);
	}
}
