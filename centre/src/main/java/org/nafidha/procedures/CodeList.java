package org.nafidha.procedures;

import java.util.Map;
import java.util.Optional;
import org.nafidha.kernel.LocalizedText;

/**
 * Codes that citizens and procedures choose from, such as trades, with what the city knows of each. Data, not code: {@code rules/<id>.yaml}.
 *
 * @param facts names of what is known of every item, with their FEEL types
 * @param items by code, in the order of the file
 * @param otherwise the facts of a code that is not in the list; empty when every code must be
 */
public record CodeList(String id, LocalizedText title, Map<String, String> facts, Map<String, Item> items, Map<String, Object> otherwise) {

	/** @param facts a value for each name of {@link CodeList#facts} */
	public record Item(LocalizedText text, Map<String, Object> facts) {
	}

	public Optional<Item> item(String code) {
		return Optional.ofNullable(items.get(code));
	}
}
