package org.nafidha.procedures.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;

/**
 * The names a formula may read at one place.
 *
 * @param proven paths that a condition around this place has shown not to be null
 * @param open true where names of an unknown list item are in sight, so that no name can be called unknown
 */
record Scope(Map<String, Name> names, Set<String> proven, boolean open) {

	/** @param absent how a case can come here without the value; null when it is always there */
	record Name(FeelType type, @Nullable LocalizedText absent) {
	}

	static Scope of(Map<String, Name> names) {
		return new Scope(Map.copyOf(names), Set.of(), false);
	}

	static Name always(FeelType type) {
		return new Name(type, null);
	}

	Scope proving(Set<String> paths) {
		Set<String> more = new HashSet<>(proven);
		more.addAll(paths);
		return new Scope(names, Set.copyOf(more), open);
	}

	Scope with(String name, FeelType type) {
		Map<String, Name> more = new HashMap<>(names);
		more.put(name, always(type));
		return new Scope(Map.copyOf(more), proven, open);
	}

	Scope opened() {
		return new Scope(names, proven, true);
	}
}
