package org.nafidha.procedures.internal;

import static org.nafidha.procedures.internal.FeelTree.list;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.feel.syntaxtree.Addition;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.Multiplication;
import org.camunda.feel.syntaxtree.Subtraction;
import org.camunda.feel.syntaxtree.AtLeastOne;
import org.camunda.feel.syntaxtree.Comparison;
import org.camunda.feel.syntaxtree.Conjunction;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Disjunction;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.If;
import org.camunda.feel.syntaxtree.In;
import org.camunda.feel.syntaxtree.InputEqualTo;
import org.camunda.feel.syntaxtree.InputGreaterOrEqual;
import org.camunda.feel.syntaxtree.InputGreaterThan;
import org.camunda.feel.syntaxtree.InputInRange;
import org.camunda.feel.syntaxtree.InputLessOrEqual;
import org.camunda.feel.syntaxtree.InputLessThan;
import org.camunda.feel.syntaxtree.Not;
import org.camunda.feel.syntaxtree.UnaryTestExpression;
import org.jspecify.annotations.Nullable;
import org.nafidha.procedures.internal.FeelType.OneOf;
import org.nafidha.procedures.internal.FeelType.Plain;

/** The values of each path that formulas can tell apart, gathered from the constants with which they compare it. */
final class FiniteValues {

	private static final BigDecimal ONE = BigDecimal.ONE;
	private static final BigDecimal TWO = BigDecimal.valueOf(2);

	private final Scope scope;
	private final Map<String, FeelType> types = new TreeMap<>();
	private final Map<String, TreeSet<BigDecimal>> numbers = new LinkedHashMap<>();
	private final Map<String, Set<String>> strings = new LinkedHashMap<>();

	FiniteValues(Scope scope) {
		this.scope = scope;
	}

	/** False when the expression tells apart more than can be listed. */
	boolean read(Exp exp) {
		return switch (exp) {
			case ConstBool bool -> true;
			case ConstNumber number -> true;
			case ConstString string -> true;
			case Conjunction and -> read(and.x()) && read(and.y());
			case Disjunction or -> read(or.x()) && read(or.y());
			case Not not -> read(not.x());
			case Addition sum -> read(sum.x()) && read(sum.y());
			case Subtraction difference -> read(difference.x()) && read(difference.y());
			case Multiplication product -> read(product.x()) && read(product.y());
			case ArithmeticNegation negation -> read(negation.x());
			case If choice -> read(choice.condition()) && read(choice.statement()) && read(choice.elseStatement());
			case FunctionInvocation call when FeelTree.isNot(call) -> read(FeelTree.arguments(call.params()).getFirst());
			case Comparison comparison -> compared(comparison.x(), comparison.y()) || compared(comparison.y(), comparison.x());
			case In in -> FeelTree.path(in.x()).isPresent() && tested(in.x(), in.test());
			default -> FeelTree.path(exp).isPresent() && listed(exp);
		};
	}

	private boolean tested(Exp variable, Exp test) {
		return switch (test) {
			case AtLeastOne several -> list(several.xs()).stream().allMatch(one -> tested(variable, one));
			case UnaryTestExpression unary -> tested(variable, unary.exp());
			case FunctionInvocation call when FeelTree.isNot(call) -> tested(variable, FeelTree.arguments(call.params()).getFirst());
			case InputEqualTo to -> compared(variable, to.x());
			case InputLessThan than -> compared(variable, than.x());
			case InputLessOrEqual than -> compared(variable, than.x());
			case InputGreaterThan than -> compared(variable, than.x());
			case InputGreaterOrEqual than -> compared(variable, than.x());
			case InputInRange in -> compared(variable, in.range().start().value()) && compared(variable, in.range().end().value());
			default -> compared(variable, test);
		};
	}

	/** A path beside a constant. */
	private boolean compared(Exp variable, Exp constant) {
		String path = FeelTree.path(variable).orElse("");
		if (path.isEmpty()) {
			return false;
		}
		types.put(path, type(variable));
		switch (constant) {
			case ConstNumber number -> numbers.computeIfAbsent(path, p -> new TreeSet<>()).add(number.value().bigDecimal());
			case ConstString string -> strings.computeIfAbsent(path, p -> new LinkedHashSet<>()).add(string.value());
			case ConstBool bool -> {
			}
			default -> {
				return FeelTree.isNull(constant);
			}
		}
		return true;
	}

	/** A path by itself: only a yes/no value can be listed. */
	private boolean listed(Exp variable) {
		FeelType type = type(variable);
		types.put(FeelTree.path(variable).orElseThrow(), type);
		return type.plain() == Plain.BOOLEAN;
	}

	private FeelType type(Exp variable) {
		return new FeelTyping().of(variable, scope);
	}

	/** A group of values and one of them, such as {@code sheet} and {@code sheet.number}, cannot be varied apart. */
	boolean readsAWholeAndItsPart() {
		return types.keySet().stream().anyMatch(path -> types.keySet().stream().anyMatch(other -> other.startsWith(path + ".")));
	}

	/** The values to be tried, null among them where the path may be missing. */
	Map<String, List<@Nullable Object>> byPath() {
		Map<String, List<@Nullable Object>> values = new LinkedHashMap<>();
		types.forEach((path, type) -> {
			List<@Nullable Object> of = new ArrayList<>(values(path, type.withoutNull()));
			if (type.mayBeNull()) {
				of.add(null);
			}
			values.put(path, of);
		});
		return values;
	}

	private List<? extends Object> values(String path, FeelType type) {
		if (type instanceof OneOf(Set<String> options)) {
			return options.stream().sorted().toList();
		}
		if (type.plain() == Plain.BOOLEAN) {
			return List.of(true, false);
		}
		if (numbers.containsKey(path)) {
			return around(numbers.get(path));
		}
		Set<String> texts = new LinkedHashSet<>(strings.getOrDefault(path, Set.of()));
		texts.add("…");
		return List.copyOf(texts);
	}

	/** Each constant, one value between each two, and one beyond either end. */
	private static List<BigDecimal> around(TreeSet<BigDecimal> constants) {
		List<BigDecimal> values = new ArrayList<>(List.of(constants.first().subtract(ONE)));
		BigDecimal before = null;
		for (BigDecimal constant : constants) {
			if (before != null) {
				values.add(before.add(constant).divide(TWO));
			}
			values.add(constant);
			before = constant;
		}
		values.add(constants.last().add(ONE));
		return values;
	}
}
