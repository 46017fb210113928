package org.nafidha.procedures.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstNull$;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Conjunction;
import org.camunda.feel.syntaxtree.Disjunction;
import org.camunda.feel.syntaxtree.Equal;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.FunctionParameters;
import org.camunda.feel.syntaxtree.NamedFunctionParameters;
import org.camunda.feel.syntaxtree.Not;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.Ref;
import scala.jdk.javaapi.CollectionConverters;

/** Reading Camunda's syntax tree from Java. */
final class FeelTree {

	private FeelTree() {
	}

	static <T> List<T> list(scala.collection.immutable.List<T> items) {
		return new ArrayList<>(CollectionConverters.asJava(items));
	}

	static List<Exp> arguments(FunctionParameters parameters) {
		return switch (parameters) {
			case PositionalFunctionParameters positional -> list(positional.params());
			case NamedFunctionParameters named -> new ArrayList<>(CollectionConverters.asJava(named.params()).values());
			default -> List.of();
		};
	}

	/** The dotted path that the expression is, such as {@code sheet.owner.name}. */
	static Optional<String> path(Exp exp) {
		return switch (exp) {
			case Ref ref -> Optional.of(String.join(".", list(ref.names())));
			case PathExpression path -> path(path.path()).map(before -> before + "." + path.key());
			default -> Optional.empty();
		};
	}

	static boolean isNull(Exp exp) {
		return exp instanceof ConstNull$;
	}

	static boolean isNot(FunctionInvocation call) {
		return "not".equals(call.function()) && arguments(call.params()).size() == 1;
	}

	/** A short text for a message; the whole formula stands beside it. */
	static String text(Exp exp) {
		return path(exp).orElseGet(() -> switch (exp) {
			case ConstNumber number -> number.value().bigDecimal().toPlainString();
			case ConstString string -> '"' + string.value() + '"';
			case ConstBool bool -> Boolean.toString(bool.value());
			case FunctionInvocation call -> call.function() + "(…)";
			default -> isNull(exp) ? "null" : "(…)";
		});
	}

	/** Paths that cannot be null when the condition has the given outcome. */
	static Set<String> proven(Exp condition, boolean outcome) {
		return switch (condition) {
			case Not not -> proven(not.x(), !outcome);
			case FunctionInvocation call when isNot(call) -> proven(arguments(call.params()).getFirst(), !outcome);
			case Equal equal when !outcome && isNull(equal.y()) -> Set.copyOf(path(equal.x()).stream().toList());
			case Equal equal when outcome && !isNull(equal.y()) && !(path(equal.y()).isPresent()) -> Set.copyOf(path(equal.x()).stream().toList());
			case Conjunction and when outcome -> union(proven(and.x(), true), proven(and.y(), true));
			case Disjunction or when !outcome -> union(proven(or.x(), false), proven(or.y(), false));
			case FunctionInvocation call when outcome && "is defined".equals(call.function()) ->
				Set.copyOf(arguments(call.params()).stream().flatMap(argument -> path(argument).stream()).toList());
			default -> Set.of();
		};
	}

	private static Set<String> union(Set<String> one, Set<String> two) {
		Set<String> all = new HashSet<>(one);
		all.addAll(two);
		return all;
	}
}
