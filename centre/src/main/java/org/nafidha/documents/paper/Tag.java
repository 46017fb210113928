package org.nafidha.documents.paper;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node of the structure tree by which screen readers and converters read the document. Built by one thread. */
final class Tag {

	private final String type;
	private final List<Object> content = new ArrayList<>();
	private final StringBuilder text = new StringBuilder();
	private @Nullable String alternative;
	private @Nullable String scope;
	private double @Nullable [] box;

	Tag(String type) {
		this.type = type;
	}

	/** Marked content on a page. */
	record Content(int page, int number) {
	}

	/** A new node at the end of this one. */
	Tag child(String childType) {
		Tag child = new Tag(childType);
		content.add(child);
		return child;
	}

	Tag scope(String value) {
		this.scope = value;
		return this;
	}

	/** The words for those who do not see a figure, and its place on the page in PDF coordinates. */
	Tag figure(String words, double[] place) {
		this.alternative = words;
		this.box = place;
		return this;
	}

	/** Adds to the text that stands in this node, in reading order; the page has it in the order of the eye. */
	void says(Line line) {
		text.append(line.text()).append(line.last() ? " " : "");
	}

	void marked(int page, int number) {
		content.add(new Content(page, number));
	}

	String type() {
		return type;
	}

	/** Nodes ({@link Tag}) and marked content ({@link Content}) in reading order. */
	List<Object> content() {
		return content;
	}

	/** Empty for a node without text of its own. */
	String text() {
		return text.toString().strip();
	}

	@Nullable
	String alternative() {
		return alternative;
	}

	@Nullable
	String scope() {
		return scope;
	}

	double @Nullable [] box() {
		return box;
	}
}
