package org.nafidha.web;

import gg.jte.Content;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pieces of safe HTML: everything given is escaped, and whatever comes from people or machines stands in an isolate. */
public final class Html {

	private static final Pattern VALUE = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9-]*)}");

	private Html() {
	}

	/** Text as it is, escaped. */
	public static Content text(String text) {
		return output -> output.writeContent(escape(text));
	}

	/** Text of unknown direction. */
	public static Content isolate(String text) {
		return output -> output.writeContent("<bdi>" + escape(text) + "</bdi>");
	}

	/** Left to right whatever stands around it. */
	public static Content reference(String text) {
		return output -> output.writeContent("<bdi dir=\"ltr\" class=\"num\">" + escape(text) + "</bdi>");
	}

	/** A number, with digits of equal width. */
	public static Content number(String number) {
		return output -> output.writeContent("<bdi class=\"num\">" + escape(number) + "</bdi>");
	}

	public static Content time(String machine, String text) {
		return output -> output.writeContent("<time datetime=\"" + escape(machine) + "\"><bdi>" + escape(text) + "</bdi></time>");
	}

	/** The text with each {@code {name}} replaced: a {@link Content} as it is, anything else isolated. An unknown name stays visible. */
	public static Content fill(String text, Map<String, ?> values) {
		return output -> {
			Matcher matcher = VALUE.matcher(text);
			int from = 0;
			while (matcher.find()) {
				output.writeContent(escape(text.substring(from, matcher.start())));
				Object value = values.get(matcher.group(1));
				switch (value) {
					case null -> output.writeContent(escape(matcher.group()));
					case Content content -> content.writeTo(output);
					default -> isolate(value.toString()).writeTo(output);
				}
				from = matcher.end();
			}
			output.writeContent(escape(text.substring(from)));
		};
	}

	/** For a list of names and values, in turn. */
	static Map<String, Object> pairs(Object... namesAndValues) {
		Map<String, Object> values = new HashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			values.put((String) namesAndValues[i], namesAndValues[i + 1]);
		}
		return values;
	}

	static String escape(String text) {
		StringBuilder safe = new StringBuilder(text.length() + 16);
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			switch (c) {
				case '&' -> safe.append("&amp;");
				case '<' -> safe.append("&lt;");
				case '>' -> safe.append("&gt;");
				case '"' -> safe.append("&#34;");
				case '\'' -> safe.append("&#39;");
				default -> safe.append(c);
			}
		}
		return safe.toString();
	}
}
