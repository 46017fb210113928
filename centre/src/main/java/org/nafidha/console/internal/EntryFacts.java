package org.nafidha.console.internal;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import org.nafidha.journal.Entry;
import org.nafidha.web.Fact;
import org.nafidha.web.Html;
import org.nafidha.web.Page;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an entry says, line by line; the canonical text that is hashed stands beneath it on the page. */
record EntryFacts(JsonMapper json, Page page) {

	List<Fact> of(Entry entry) {
		List<Fact> facts = new ArrayList<>();
		for (var fact : json.readTree(entry.facts()).properties()) {
			String label = page.textOr("console.fact." + fact.getKey(), fact.getKey());
			if (fact.getValue().isObject()) {
				fact.getValue().properties().forEach(part -> facts.add(
						Fact.of(label + " · " + page.textOr("console.fact." + part.getKey(), part.getKey()), said(part.getKey(), part.getValue()))));
			} else {
				facts.add(Fact.of(label, said(fact.getKey(), fact.getValue())));
			}
		}
		return facts;
	}

	/** In words where there are some ({@code console.value.<name>.<code>}, or the role's own); everything else as it was hashed. */
	private Content said(String name, JsonNode value) {
		String written = plain(value);
		if (value.isBoolean()) {
			return Html.isolate(page.text(value.asBoolean() ? "web.yes" : "web.no"));
		}
		String words = page.textOr(name.equals("role") ? "identity.role." + written : "console.value." + name + "." + written, "");
		return words.isEmpty() ? page.ref(written) : Html.isolate(words);
	}

	private static String plain(JsonNode value) {
		if (value.isArray()) {
			List<String> items = new ArrayList<>();
			value.forEach(item -> items.add(plain(item)));
			return String.join(", ", items);
		}
		return value.isString() ? value.asString() : value.toString();
	}
}
