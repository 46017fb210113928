package org.nafidha.procedures.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;
import org.nafidha.procedures.Formula;

/** A formula parsed by Camunda's FEEL engine, which may be used by any number of threads. */
final class FeelFormula implements Formula {

	private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();

	private static final Pattern PLACE = Pattern.compile(":(\\d{1,6}):(\\d{1,6}), found ");

	private final ParsedExpression parsed;

	private FeelFormula(ParsedExpression parsed) {
		this.parsed = parsed;
	}

	/** A text that is no formula; the message is the part from which on it could not be read, or that may never end. */
	static final class NotFeel extends Exception {
		private static final long serialVersionUID = 1;

		private final String code;

		NotFeel(String code, String rest) {
			super(rest);
			this.code = code;
		}

		/** As in {@link Findings}. */
		String code() {
			return code;
		}
	}

	static FeelFormula parse(String text) throws NotFeel {
		ParseResult result = ENGINE.parseExpression(text);
		if (result.isFailure()) {
			throw new NotFeel("formula.syntax", unread(text, result.failure().message()));
		}
		if (FeelBounds.endless(result.parsedExpression().expression())) {
			throw new NotFeel("formula.endless", text);
		}
		Optional<String> pattern = FeelPatterns.endless(result.parsedExpression().expression());
		if (pattern.isPresent()) {
			throw new NotFeel("formula.pattern", pattern.get());
		}
		return new FeelFormula(result.parsedExpression());
	}

	/** The parser's message ends with line, column and a few letters; the letters from there on are what its author looks for. */
	private static String unread(String text, String message) {
		Matcher place = PLACE.matcher(message);
		if (!place.find()) {
			return text;
		}
		List<String> lines = text.lines().skip(Integer.parseInt(place.group(1)) - 1L).toList();
		String rest = String.join(" ", lines);
		return rest.substring(Math.min(Integer.parseInt(place.group(2)) - 1, rest.length()));
	}

	/** The formula with its syntax tree, whoever made it. */
	static FeelFormula of(Formula formula) {
		if (formula instanceof FeelFormula feel) {
			return feel;
		}
		try {
			return parse(formula.text());
		} catch (NotFeel e) {
			throw new IllegalArgumentException("'" + formula.text() + "' is not FEEL", e);
		}
	}

	@Override
	public String text() {
		return parsed.text();
	}

	/** The syntax tree, for the checks. */
	Exp expression() {
		return parsed.expression();
	}

	@Override
	public @Nullable Object evaluate(Map<String, ?> data) {
		EvaluationResult result = ENGINE.evaluate(parsed, new HashMap<String, Object>(data));
		if (!result.isSuccess()) {
			throw new IllegalStateException("'" + text() + "' cannot be evaluated: " + result.failure().message());
		}
		return plain(result.result());
	}

	/** Java's values for FEEL's: every number a BigDecimal, collections copied. */
	private static @Nullable Object plain(@Nullable Object value) {
		return switch (value) {
			case null -> null;
			case BigDecimal number -> number;
			case Number number -> new BigDecimal(number.toString());
			case Map<?, ?> map -> {
				Map<String, @Nullable Object> copy = new LinkedHashMap<>();
				map.forEach((key, item) -> copy.put(String.valueOf(key), plain(item)));
				yield copy;
			}
			case List<?> list -> {
				List<@Nullable Object> copy = new ArrayList<>(list.size());
				list.forEach(item -> copy.add(plain(item)));
				yield copy;
			}
			default -> value;
		};
	}

	@Override
	public String toString() {
		return text();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof FeelFormula formula && formula.text().equals(text());
	}

	@Override
	public int hashCode() {
		return text().hashCode();
	}
}
