package org.nafidha.procedures.internal;

import static org.nafidha.procedures.internal.FeelTree.list;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.feel.syntaxtree.AtLeastOne;
import org.camunda.feel.syntaxtree.Comparison;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Equal;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.In;
import org.camunda.feel.syntaxtree.InputEqualTo;
import org.camunda.feel.syntaxtree.InputGreaterOrEqual;
import org.camunda.feel.syntaxtree.InputGreaterThan;
import org.camunda.feel.syntaxtree.InputInRange;
import org.camunda.feel.syntaxtree.InputLessOrEqual;
import org.camunda.feel.syntaxtree.InputLessThan;
import org.nafidha.procedures.internal.FeelType.OneOf;
import org.nafidha.procedures.internal.FeelType.Plain;
import org.nafidha.procedures.internal.FeelTyping.Problem;

/** Comparisons: between which values they make sense, and whether a value they name can occur at all. */
final class FeelTests {

	private final FeelTyping typing;
	private final List<Problem> problems;

	FeelTests(FeelTyping typing, List<Problem> problems) {
		this.typing = typing;
		this.problems = problems;
	}

	FeelType equality(Equal equal, Scope scope) {
		equal(equal.x(), typing.of(equal.x(), scope), equal.y(), typing.of(equal.y(), scope));
		return Plain.BOOLEAN;
	}

	/** Less, greater: both sides must be there and of one kind that has an order. */
	FeelType order(Comparison comparison, Scope scope) {
		ordered(comparison.x(), typing.of(comparison.x(), scope), comparison.y(), typing.of(comparison.y(), scope));
		return Plain.BOOLEAN;
	}

	FeelType in(In in, Scope scope) {
		typing.test(in.test(), typing.of(in.x(), scope), in.x(), scope);
		return Plain.BOOLEAN;
	}

	FeelType unary(Exp test, FeelType input, Exp of, Scope scope) {
		switch (test) {
			case AtLeastOne several -> list(several.xs()).forEach(one -> typing.test(one, input, of, scope));
			case FunctionInvocation call when FeelTree.isNot(call) -> typing.test(FeelTree.arguments(call.params()).getFirst(), input, of, scope);
			case InputEqualTo to -> equal(of, input, to.x(), typing.of(to.x(), scope));
			case InputLessThan than -> ordered(of, input, than.x(), typing.of(than.x(), scope));
			case InputLessOrEqual than -> ordered(of, input, than.x(), typing.of(than.x(), scope));
			case InputGreaterThan than -> ordered(of, input, than.x(), typing.of(than.x(), scope));
			case InputGreaterOrEqual than -> ordered(of, input, than.x(), typing.of(than.x(), scope));
			case InputInRange in -> {
				ordered(of, input, in.range().start().value(), typing.of(in.range().start().value(), scope));
				ordered(of, input, in.range().end().value(), typing.of(in.range().end().value(), scope));
			}
			default -> {
				FeelType type = typing.of(test, scope);
				if (type.plain() != Plain.LIST && type.plain() != Plain.BOOLEAN) {
					equal(of, input, test, type);
				}
			}
		}
		return Plain.BOOLEAN;
	}

	private void equal(Exp x, FeelType left, Exp y, FeelType right) {
		if (!left.fits(right)) {
			problems.add(new Problem("formula.never-equal", "part", FeelTree.text(x), "found", left.plain(), "other", FeelTree.text(y), "wanted",
					right.plain()));
		}
		impossible(x, left, y);
		impossible(y, right, x);
	}

	/** A choice compared with a text that is none of its options. */
	private void impossible(Exp variable, FeelType type, Exp constant) {
		if (type.withoutNull() instanceof OneOf(Set<String> options) && constant instanceof ConstString text && FeelTree.path(variable).isPresent()
				&& !options.contains(text.value())) {
			Optional<String> near = Nearest.of(text.value(), options);
			problems.add(near.isPresent()
					? new Problem("formula.no-option-near", "part", FeelTree.text(variable), "value", text.value(), "near", near.get())
					: new Problem("formula.no-option", "part", FeelTree.text(variable), "value", text.value(), "known", String.join(", ", options)));
		}
	}

	private void ordered(Exp x, FeelType left, Exp y, FeelType right) {
		Plain kind = left.plain() == Plain.ANY ? right.plain() : left.plain();
		if (kind == Plain.BOOLEAN || kind == Plain.CONTEXT || kind == Plain.LIST) {
			problems.add(new Problem("formula.no-order", "part", FeelTree.text(left.plain() == kind ? x : y), "found", kind));
			return;
		}
		typing.require(x, left, kind == Plain.NULL ? Plain.ANY : kind);
		typing.require(y, right, kind == Plain.NULL ? Plain.ANY : kind);
	}
}
