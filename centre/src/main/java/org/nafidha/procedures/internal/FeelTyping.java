package org.nafidha.procedures.internal;

import static org.nafidha.procedures.internal.FeelTree.arguments;
import static org.nafidha.procedures.internal.FeelTree.list;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.feel.syntaxtree.Addition;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.Comparison;
import org.camunda.feel.syntaxtree.Conjunction;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstDate;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Disjunction;
import org.camunda.feel.syntaxtree.Division;
import org.camunda.feel.syntaxtree.Equal;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Exponentiation;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.If;
import org.camunda.feel.syntaxtree.In;
import org.camunda.feel.syntaxtree.InstanceOf;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.Multiplication;
import org.camunda.feel.syntaxtree.Not;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.QualifiedFunctionInvocation;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;
import org.camunda.feel.syntaxtree.Subtraction;
import org.camunda.feel.syntaxtree.UnaryTestExpression;
import org.nafidha.procedures.internal.FeelType.OneOf;
import org.nafidha.procedures.internal.FeelType.Plain;
import scala.Tuple2;

/**
 * Finds the type of a formula and everything that would turn into null without a word: names that are not there, values that
 * may be missing where one is needed, operators between things that do not go together. One use only.
 */
final class FeelTyping {

	/** @param values as in {@link Findings} */
	record Problem(String code, Object... values) {
	}

	private final List<Problem> problems = new ArrayList<>();
	private final FeelNames names = new FeelNames(problems);
	private final FeelTests tests = new FeelTests(this, problems);

	List<Problem> problems() {
		return problems;
	}

	/** The type that the expression has, noting problems on the way. */
	FeelType of(Exp exp, Scope scope) {
		return switch (exp) {
			case ConstNumber number -> Plain.NUMBER;
			case ConstString string -> new OneOf(java.util.Set.of(string.value()));
			case ConstBool bool -> Plain.BOOLEAN;
			case ConstDate date -> Plain.DATE;
			case ConstList items -> {
				list(items.items()).forEach(item -> of(item, scope));
				yield Plain.LIST;
			}
			case ConstContext context -> context(context, scope);
			case Ref ref -> names.resolve(list(ref.names()), scope);
			case PathExpression path -> names.field(of(path.path(), scope), FeelTree.text(path.path()), path.key(), scope);
			case Filter filter -> filter(filter, scope);
			case If choice -> choice(choice, scope);
			case Conjunction and -> both(and.x(), and.y(), scope.proving(FeelTree.proven(and.x(), true)), scope);
			case Disjunction or -> both(or.x(), or.y(), scope.proving(FeelTree.proven(or.x(), false)), scope);
			case Not not -> need(not.x(), Plain.BOOLEAN, scope);
			case Equal equal -> tests.equality(equal, scope);
			case Comparison comparison -> tests.order(comparison, scope);
			case In in -> tests.in(in, scope);
			case InstanceOf instance -> {
				of(instance.x(), scope);
				yield Plain.BOOLEAN;
			}
			case FunctionInvocation call -> call(call, scope);
			case QualifiedFunctionInvocation call -> {
				names.unknownFunction(FeelTree.text(call.path()) + "." + call.function());
				yield Plain.ANY;
			}
			default -> arithmeticOrLoop(exp, scope);
		};
	}

	private FeelType arithmeticOrLoop(Exp exp, Scope scope) {
		return switch (exp) {
			case Addition sum -> sum(sum, scope);
			case Subtraction difference -> numbers(difference.x(), difference.y(), scope);
			case Multiplication product -> numbers(product.x(), product.y(), scope);
			case Division quotient -> numbers(quotient.x(), quotient.y(), scope);
			case Exponentiation power -> numbers(power.x(), power.y(), scope);
			case ArithmeticNegation negation -> need(negation.x(), Plain.NUMBER, scope);
			case SomeItem some -> loop(list(some.iterators()), some.condition(), scope, Plain.BOOLEAN);
			case EveryItem every -> loop(list(every.iterators()), every.condition(), scope, Plain.BOOLEAN);
			case For loop -> loop(list(loop.iterators()), loop.exp(), scope, Plain.LIST);
			default -> {
				if (FeelTree.isNull(exp)) {
					yield Plain.NULL;
				}
				if (exp.getClass().getSimpleName().startsWith("Input")) {
					problems.add(new Problem("formula.lone-comparison"));
				}
				// durations, times and functions of their own: nothing is known of them, so nothing is said
				yield Plain.ANY;
			}
		};
	}

	/** The value must be there and of the kind; gives that kind. */
	FeelType need(Exp exp, Plain kind, Scope scope) {
		require(exp, of(exp, scope), kind);
		return kind;
	}

	void require(Exp exp, FeelType found, FeelType wanted) {
		if (found.mayBeNull()) {
			problems.add(new Problem("formula.may-be-missing", "part", FeelTree.text(exp)));
		} else if (!found.fits(wanted)) {
			problems.add(new Problem("formula.wrong-type", "part", FeelTree.text(exp), "found", found.plain(), "wanted", wanted.plain()));
		}
	}

	private FeelType both(Exp x, Exp y, Scope afterX, Scope scope) {
		need(x, Plain.BOOLEAN, scope);
		return need(y, Plain.BOOLEAN, afterX);
	}

	private FeelType numbers(Exp x, Exp y, Scope scope) {
		need(x, Plain.NUMBER, scope);
		return need(y, Plain.NUMBER, scope);
	}

	/** Numbers are added and texts joined; dates take durations, of which nothing is known. */
	private FeelType sum(Addition sum, Scope scope) {
		FeelType x = of(sum.x(), scope);
		FeelType y = of(sum.y(), scope);
		Plain kind = x.plain() == Plain.ANY ? y.plain() : x.plain();
		require(sum.x(), x, kind == Plain.STRING || kind == Plain.DATE || kind == Plain.ANY ? kind : Plain.NUMBER);
		require(sum.y(), y, kind == Plain.DATE || kind == Plain.ANY ? Plain.ANY : kind == Plain.STRING ? Plain.STRING : Plain.NUMBER);
		return kind == Plain.STRING || kind == Plain.DATE || kind == Plain.ANY ? kind : Plain.NUMBER;
	}

	private FeelType choice(If choice, Scope scope) {
		need(choice.condition(), Plain.BOOLEAN, scope);
		FeelType then = of(choice.statement(), scope.proving(FeelTree.proven(choice.condition(), true)));
		return then.or(of(choice.elseStatement(), scope.proving(FeelTree.proven(choice.condition(), false))));
	}

	private FeelType context(ConstContext context, Scope scope) {
		Map<String, FeelType> fields = new LinkedHashMap<>();
		for (Tuple2<String, Exp> entry : list(context.entries())) {
			fields.put(entry._1(), of(entry._2(), scope));
		}
		return new FeelType.Fields(fields);
	}

	private FeelType filter(Filter filter, Scope scope) {
		need(filter.list(), Plain.LIST, scope);
		boolean byPlace = of(filter.filter(), scope.opened()).plain() == Plain.NUMBER;
		return byPlace ? Plain.ANY.orNull() : Plain.LIST;
	}

	private FeelType loop(List<Tuple2<String, Exp>> iterators, Exp body, Scope scope, Plain result) {
		Scope inner = scope;
		for (Tuple2<String, Exp> iterator : iterators) {
			if (iterator._2() instanceof IterationContext range) {
				numbers(range.start(), range.end(), scope);
				inner = inner.with(iterator._1(), Plain.NUMBER);
			} else {
				need(iterator._2(), Plain.LIST, inner);
				inner = inner.with(iterator._1(), Plain.ANY);
			}
		}
		FeelType found = of(body, inner);
		if (result == Plain.BOOLEAN) {
			require(body, found, Plain.BOOLEAN);
		}
		return result;
	}

	private FeelType call(FunctionInvocation call, Scope scope) {
		List<Exp> arguments = arguments(call.params());
		return switch (call.function()) {
			case "not" -> FeelTree.isNot(call) ? need(arguments.getFirst(), Plain.BOOLEAN, scope) : Plain.BOOLEAN;
			case "is defined" -> {
				arguments.forEach(argument -> names.tolerating(() -> of(argument, scope)));
				yield Plain.BOOLEAN;
			}
			case "get or else" -> {
				FeelType value = names.tolerating(() -> of(arguments.getFirst(), scope));
				yield value.withoutNull().or(of(arguments.getLast(), scope));
			}
			default -> {
				arguments.forEach(argument -> require(argument, of(argument, scope), Plain.ANY));
				Plain result = Builtins.RESULTS.get(call.function());
				if (result == null) {
					names.unknownFunction(call.function());
				}
				yield result == null ? Plain.ANY : result;
			}
		};
	}

	/** The input of {@code in}'s tests. */
	FeelType test(Exp test, FeelType input, Exp of, Scope scope) {
		return test instanceof UnaryTestExpression unary ? tests.unary(unary.exp(), input, of, scope) : tests.unary(test, input, of, scope);
	}
}
