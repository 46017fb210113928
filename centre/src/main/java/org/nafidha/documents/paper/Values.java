package org.nafidha.documents.paper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nafidha.documents.paper.Markup.Element;

/** What the placeholders {@code {{owner.name}}} of a template mean, and the conditions and repetitions on its elements. */
final class Values {

	static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([a-zA-Z][a-zA-Z0-9.]*)\\s*}}");
	static final Pattern EACH = Pattern.compile("([a-zA-Z][a-zA-Z0-9]*) in ([a-zA-Z][a-zA-Z0-9.]*)");

	private final String template;
	private final Map<String, ?> values;

	Values(String template, Map<String, ?> values) {
		this.template = template;
		this.values = values;
	}

	/** Hands over the pieces of a text in order, each with whether it is a value put in. */
	void pieces(String text, BiConsumer<String, Boolean> piece) {
		Matcher placeholder = PLACEHOLDER.matcher(text);
		int done = 0;
		while (placeholder.find()) {
			if (placeholder.start() > done) {
				piece.accept(text.substring(done, placeholder.start()), false);
			}
			piece.accept(text(placeholder.group(1)), true);
			done = placeholder.end();
		}
		if (done < text.length()) {
			piece.accept(text.substring(done), false);
		}
	}

	String fill(String text) {
		StringBuilder filled = new StringBuilder();
		pieces(text, (piece, value) -> filled.append(piece));
		return filled.toString();
	}

	/** Once for each item of {@code each="x in list"}, once for an element without it, not at all where {@code if} or {@code unless} says so. */
	List<Values> repetitions(Element element) {
		String each = element.attribute("each");
		if (each.isEmpty()) {
			return shown(element) ? List.of(this) : List.of();
		}
		Matcher form = EACH.matcher(each);
		if (!form.matches()) {
			throw new IllegalStateException("the document template " + template + " says each=\"" + each + "\"; it must be like \"owner in owners\"");
		}
		if (!(value(form.group(2)) instanceof List<?> list)) {
			throw new IllegalStateException("the document template " + template + " repeats over " + form.group(2) + ", which is no list");
		}
		return list.stream().map(item -> with(form.group(1), item)).filter(inner -> inner.shown(element)).toList();
	}

	private boolean shown(Element element) {
		String condition = element.attribute("if");
		String exception = element.attribute("unless");
		return (condition.isEmpty() || holds(condition)) && (exception.isEmpty() || !holds(exception));
	}

	private boolean holds(String path) {
		return switch (value(path)) {
			case Boolean yes -> yes;
			case List<?> list -> !list.isEmpty();
			case Object other -> !other.toString().isBlank();
		};
	}

	private Values with(String name, Object item) {
		Map<String, Object> inner = new HashMap<>(values);
		inner.put(name, item);
		return new Values(template, inner);
	}

	private String text(String path) {
		return switch (value(path)) {
			case String text -> text.strip().replaceAll("\\s+", " ");
			case Number number -> number.toString();
			case Object other -> throw new IllegalStateException("the document template " + template + " prints " + path + ", which is no text: "
					+ other.getClass().getSimpleName());
		};
	}

	private Object value(String path) {
		Object at = values;
		for (String name : path.split("\\.")) {
			Object next = at instanceof Map<?, ?> map ? map.get(name) : null;
			if (next == null) {
				throw new IllegalStateException("the document template " + template + " needs " + path + ", which is not among its values");
			}
			at = next;
		}
		return at;
	}
}
