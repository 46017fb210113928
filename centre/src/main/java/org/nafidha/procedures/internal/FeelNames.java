package org.nafidha.procedures.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.nafidha.procedures.internal.FeelType.Fields;
import org.nafidha.procedures.internal.FeelType.Plain;
import org.nafidha.procedures.internal.FeelTyping.Problem;

/** Names and paths of a formula against what is in scope. */
final class FeelNames {

	private final List<Problem> problems;
	/** Inside a function that asks whether a value is there, it may be missing. */
	private boolean tolerant;

	FeelNames(List<Problem> problems) {
		this.problems = problems;
	}

	<T> T tolerating(Supplier<T> inner) {
		boolean before = tolerant;
		tolerant = true;
		try {
			return inner.get();
		} finally {
			tolerant = before;
		}
	}

	FeelType resolve(List<String> parts, Scope scope) {
		String first = parts.getFirst();
		Scope.Name name = scope.names().get(first);
		if (name == null) {
			if (!scope.open()) {
				unknownName(first, scope);
			}
			return Plain.ANY;
		}
		FeelType type = first(first, name, scope, parts.size() > 1);
		String path = first;
		for (String part : parts.subList(1, parts.size())) {
			type = field(type, path, part, scope);
			path += "." + part;
		}
		return type;
	}

	/** A value that may be absent can be compared with null; to read into it, its presence must have been shown. */
	private FeelType first(String name, Scope.Name known, Scope scope, boolean readInto) {
		if (known.absent() == null) {
			return scope.proven().contains(name) ? known.type().withoutNull() : known.type();
		}
		if (scope.proven().contains(name)) {
			return known.type().withoutNull();
		}
		if (readInto && !tolerant) {
			problems.add(new Problem("formula.absent", "name", name, "how", known.absent()));
			return known.type();
		}
		return known.type().orNull();
	}

	FeelType field(FeelType around, String path, String field, Scope scope) {
		if (around.mayBeNull() && !tolerant) {
			problems.add(new Problem("formula.may-be-missing", "part", path));
		}
		FeelType type = switch (around.withoutNull()) {
			case Fields(Map<String, FeelType> fields) when fields.containsKey(field) -> fields.get(field);
			case Fields(Map<String, FeelType> fields) -> unknownField(path, field, fields);
			case Plain plain when plain == Plain.ANY || plain == Plain.CONTEXT || plain == Plain.LIST -> Plain.ANY;
			default -> noFields(path, field, around);
		};
		FeelType found = around.mayBeNull() && tolerant ? type.orNull() : type;
		return scope.proven().contains(path + "." + field) ? found.withoutNull() : found;
	}

	void unknownFunction(String name) {
		Optional<String> near = Nearest.of(name, Builtins.RESULTS.keySet());
		problems.add(near.isPresent()
				? new Problem("formula.unknown-function-near", "name", name, "near", near.get())
				: new Problem("formula.unknown-function", "name", name));
	}

	private void unknownName(String name, Scope scope) {
		Optional<String> near = Nearest.of(name, scope.names().keySet());
		problems.add(near.isPresent()
				? new Problem("formula.unknown-name-near", "name", name, "near", near.get())
				: new Problem("formula.unknown-name", "name", name, "known", String.join(", ", new TreeSet<>(scope.names().keySet()))));
	}

	private FeelType unknownField(String path, String field, Map<String, FeelType> fields) {
		Optional<String> near = Nearest.of(field, fields.keySet());
		problems.add(near.isPresent()
				? new Problem("formula.unknown-field-near", "path", path, "field", field, "near", near.get())
				: new Problem("formula.unknown-field", "path", path, "field", field, "known",
						String.join(", ", new ArrayList<>(new TreeSet<>(fields.keySet())))));
		return Plain.ANY;
	}

	private FeelType noFields(String path, String field, FeelType type) {
		problems.add(new Problem("formula.no-fields", "path", path, "field", field, "found", type.plain()));
		return Plain.ANY;
	}
}
