package org.nafidha.procedures.internal;

import java.math.BigDecimal;
import java.util.Set;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exponentiation;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.NamedFunctionParameters;
import org.camunda.feel.syntaxtree.SomeItem;
import org.jspecify.annotations.Nullable;
import scala.Product;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Whether a formula ends soon, seen from its text alone: it goes through lists, which are as long as the data, and never through numbers from
 * here to there, which a short text can make as many as it likes; no function calls itself, and no number is written with millions of digits. A draft is tried before it is sound, so this is asked when it is read.
 */
final class FeelBounds {

	/** Lists that are gone through within each other, filters counted; each multiplies the work. */
	static final int DEEPEST = 2;

	private static final BigDecimal MOST = BigDecimal.valueOf(9);
	private static final Set<String> ROUNDING = Set.of("decimal", "floor", "ceiling", "round up", "round down", "round half up", "round half down");

	private FeelBounds() {
	}

	static boolean endless(Object tree) {
		return endless(tree, 0);
	}

	private static boolean endless(Object part, int depth) {
		return switch (part) {
			case IterationContext range -> true;
			case For loop -> loop(loop, loop.iterators().length(), depth);
			case SomeItem some -> loop(some, some.iterators().length(), depth);
			case EveryItem every -> loop(every, every.iterators().length(), depth);
			case Filter filter when !(filter.filter() instanceof ConstNumber) -> depth >= DEEPEST || parts(filter, depth + 1);
			case FunctionDefinition recursive -> true;
			case Exponentiation power -> !small(power.y()) || parts(power, depth);
			case FunctionInvocation call -> tooFine(call) || parts(call, depth);
			case Product product -> parts(product, depth);
			case scala.collection.Iterable<?> several -> any(several.iterator(), depth);
			default -> false;
		};
	}

	private static boolean loop(Product loop, int iterators, int depth) {
		return depth + iterators > DEEPEST || parts(loop, depth + iterators);
	}

	/** A power or a number of decimal places that is written out and small: others make numbers that take hours to write. */
	private static boolean small(@Nullable Object exp) {
		return exp instanceof ConstNumber number && number.value().bigDecimal().abs().compareTo(MOST) <= 0;
	}

	private static boolean tooFine(FunctionInvocation call) {
		if (!ROUNDING.contains(call.function())) {
			return false;
		}
		return switch (call.params()) {
			case NamedFunctionParameters named -> CollectionConverters.asJava(named.params()).entrySet().stream()
					.anyMatch(given -> !given.getKey().equals("n") && !small(given.getValue()));
			default -> FeelTree.arguments(call.params()).stream().skip(1).anyMatch(scale -> !small(scale));
		};
	}

	private static boolean parts(Product product, int depth) {
		return any(product.productIterator(), depth);
	}

	private static boolean any(Iterator<?> parts, int depth) {
		while (parts.hasNext()) {
			Object part = parts.next();
			if (part != null && endless(part, depth)) {
				return true;
			}
		}
		return false;
	}
}
