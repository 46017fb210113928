package org.nafidha.procedures.internal;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Exponentiation;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.NamedFunctionParameters;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;
import org.jspecify.annotations.Nullable;
import scala.Product;
import scala.Tuple2;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Whether a formula ends soon, seen from its text alone: it goes through lists, which are as long as the data, and never through numbers from
 * here to there, which a short text can make as many as it likes; no function calls itself, no number is written with millions of digits, and
 * nothing is made of itself again and again, doubling each time. A draft is tried before it is sound, so this is asked when it is read.
 */
final class FeelBounds {

	/** Lists that are gone through within each other, filters and what puts a text into a text counted; each multiplies the work. */
	static final int DEEPEST = 2;

	private static final BigDecimal MOST = BigDecimal.valueOf(9);
	private static final Set<String> ROUNDING = Set.of("decimal", "floor", "ceiling", "round up", "round down", "round half up", "round half down");

	private static final Set<String> MULTIPLYING = Set.of("replace", "string join", "to base64");
	/** FEEL's name for what a loop has made so far. */
	private static final Set<String> SO_FAR = Set.of("partial");

	private FeelBounds() {
	}

	static boolean endless(Object tree) {
		return endless(tree, 0);
	}

	private static boolean endless(Object part, int depth) {
		return switch (part) {
			case IterationContext range -> true;
			case For loop when mentions(loop, SO_FAR) -> true;
			case For loop -> loop(loop, loop.iterators().length(), depth);
			case SomeItem some -> loop(some, some.iterators().length(), depth);
			case EveryItem every -> loop(every, every.iterators().length(), depth);
			case Filter filter when !(filter.filter() instanceof ConstNumber) -> depth >= DEEPEST || parts(filter, depth + 1);
			case FunctionDefinition recursive -> true;
			case Exponentiation power -> !small(power.y()) || parts(power, depth);
			case FunctionInvocation call when MULTIPLYING.contains(call.function()) -> depth >= DEEPEST || parts(call, depth + 1);
			case FunctionInvocation call -> tooFine(call) || parts(call, depth);
			case ConstContext context -> doubling(context) || parts(context, depth);
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

	/** An entry that is made of one before it could be twice as long, and the next twice that. */
	private static boolean doubling(ConstContext context) {
		Set<String> before = new HashSet<>();
		for (Tuple2<String, Exp> entry : FeelTree.list(context.entries())) {
			if (mentions(entry._2(), before)) {
				return true;
			}
			before.add(entry._1());
		}
		return false;
	}

	private static boolean mentions(@Nullable Object part, Set<String> names) {
		Iterator<?> parts = switch (part) {
			case Ref ref when names.contains(ref.names().head()) -> null;
			case scala.collection.Iterable<?> several -> several.iterator();
			case Product product -> product.productIterator();
			case null, default -> scala.collection.Iterator.empty();
		};
		boolean found = parts == null;
		while (!found && parts != null && parts.hasNext()) {
			found = mentions(parts.next(), names);
		}
		return found;
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
