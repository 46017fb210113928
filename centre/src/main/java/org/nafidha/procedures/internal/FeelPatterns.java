package org.nafidha.procedures.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.NamedFunctionParameters;
import org.jspecify.annotations.Nullable;
import scala.Product;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Whether the regular expressions of a formula find what they look for soon, whatever text they are given: a few signs such as {@code (a+)+b} can
 * keep a search busy for years. They are written out, so that this is seen when the formula is read.
 */
final class FeelPatterns {

	/** The longest, in characters. */
	static final int LONGEST = 200;

	/** The functions that take one, with their parameters in order. */
	private static final Map<String, List<String>> FUNCTIONS = Map.of("matches", List.of("input", "pattern", "flags"), "replace",
			List.of("input", "pattern", "replacement", "flags"), "extract", List.of("input", "pattern"), "split", List.of("string", "delimiter"));

	private FeelPatterns() {
	}

	/** The first that may keep a search busy, as it is written; empty for none. */
	static Optional<String> endless(@Nullable Object part) {
		if (part instanceof FunctionInvocation call && FUNCTIONS.containsKey(call.function())) {
			Optional<String> here = endless(call);
			if (here.isPresent()) {
				return here;
			}
		}
		return switch (part) {
			case scala.collection.Iterable<?> several -> among(several.iterator());
			case Product product -> among(product.productIterator());
			case null, default -> Optional.empty();
		};
	}

	private static Optional<String> among(Iterator<?> parts) {
		Optional<String> found = Optional.empty();
		while (found.isEmpty() && parts.hasNext()) {
			found = endless(parts.next());
		}
		return found;
	}

	private static Optional<String> endless(FunctionInvocation call) {
		Map<String, Exp> given = given(call);
		Exp pattern = given.containsKey("pattern") ? given.get("pattern") : given.get("delimiter");
		if (pattern == null) {
			return Optional.of(call.function());
		}
		boolean sound = pattern instanceof ConstString written && written.value().length() <= LONGEST && !given.containsKey("flags")
				&& PatternReading.oneWay(written.value());
		return sound ? Optional.empty() : Optional.of(pattern instanceof ConstString written ? written.value() : FeelTree.text(pattern));
	}

	private static Map<String, Exp> given(FunctionInvocation call) {
		List<String> names = Objects.requireNonNull(FUNCTIONS.get(call.function()));
		Map<String, Exp> given = new LinkedHashMap<>();
		if (call.params() instanceof NamedFunctionParameters named) {
			CollectionConverters.asJava(named.params()).forEach(given::put);
			return given;
		}
		Collection<Exp> arguments = FeelTree.arguments(call.params());
		for (Exp argument : arguments) {
			if (given.size() < names.size()) {
				given.put(names.get(given.size()), argument);
			}
		}
		return given;
	}
}
