package org.nafidha.procedures.internal;

import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.SomeItem;
import scala.Product;
import scala.collection.Iterator;

/**
 * Whether a formula ends soon, seen from its text alone: it goes through lists, which are as long as the data, and never through numbers from
 * here to there, which a short text can make as many as it likes. A draft is tried before it is sound, so this is asked when it is read.
 */
final class FeelBounds {

	/** Lists that are gone through within each other, filters counted; each multiplies the work. */
	static final int DEEPEST = 2;

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
			case Product product -> parts(product, depth);
			case scala.collection.Iterable<?> several -> any(several.iterator(), depth);
			default -> false;
		};
	}

	private static boolean loop(Product loop, int iterators, int depth) {
		return depth + iterators > DEEPEST || parts(loop, depth + iterators);
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
