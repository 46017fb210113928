package org.nafidha.console.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nafidha.console.ExampleLine;
import org.nafidha.platform.Texts;
import org.nafidha.procedures.Drafts.Kept;
import org.nafidha.procedures.Example;
import org.nafidha.procedures.Examples;
import org.nafidha.procedures.Examples.Replay;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Step;
import org.nafidha.procedures.Trial;
import org.nafidha.procedures.Trial.Expected;
import org.springframework.stereotype.Component;

/** Examples replayed, in words. */
@Component
record ExampleLines(Examples examples, Texts texts) {

	List<ExampleLine> of(@Nullable Procedure procedure, List<Kept> kept, Locale locale) {
		return kept.stream().map(one -> line(procedure, one, locale)).toList();
	}

	private ExampleLine line(@Nullable Procedure procedure, Kept kept, Locale locale) {
		Example example = kept.example();
		Replay replay = procedure == null ? null : examples.replay(procedure, example);
		Expected now = replay == null ? example.expected() : replay.trial().summary();
		return new ExampleLine(example, replay, ending(procedure, example.expected().end(), locale), ending(procedure, now.end(), locale),
				way(procedure, example.expected().way(), locale), way(procedure, now.way(), locale),
				fees(procedure, example.expected().fees(), now.fees(), locale),
				kept.acceptedFrom() == null ? null : ending(procedure, kept.acceptedFrom(), locale), examples.write(example));
	}

	private static List<ExampleLine.Fee> fees(@Nullable Procedure procedure, Map<String, BigDecimal> before, Map<String, BigDecimal> now,
			Locale locale) {
		Map<String, String> titles = new HashMap<>();
		if (procedure != null) {
			procedure.fees().forEach(fee -> titles.put(fee.id(), fee.title().in(locale)));
		}
		return Stream.concat(before.keySet().stream(), now.keySet().stream()).distinct()
				.map(id -> new ExampleLine.Fee(titles.getOrDefault(id, id), before.getOrDefault(id, BigDecimal.ZERO),
						now.getOrDefault(id, BigDecimal.ZERO)))
				.filter(fee -> fee.before().compareTo(fee.now()) != 0).toList();
	}

	/** An end by its title, a refusal by its sentence. */
	String ending(@Nullable Procedure procedure, String end, Locale locale) {
		if (end.startsWith("refused ")) {
			return texts.text(locale, "desk.ending.refused", Map.of("why", sentence(procedure, end.substring("refused ".length()), locale)));
		}
		if (end.startsWith("open ")) {
			List<String> steps = List.of(end.substring("open ".length()).split(", ", -1));
			return texts.text(locale, "desk.ending.open",
					Map.of("steps", String.join(", ", steps.stream().map(step -> title(procedure, step, locale)).toList())));
		}
		return title(procedure, end, locale);
	}

	/** What whoever asks is told, without its full stop; the code where the sentence would need values that an example does not keep. */
	private String sentence(@Nullable Procedure procedure, String code, Locale locale) {
		Procedure.Eligibility eligibility = procedure == null ? null : procedure.eligibility();
		String key = "refusal." + code;
		String words = code;
		if (eligibility != null && eligibility.refusalCode().equals(code)) {
			words = eligibility.refusalText().in(locale);
		} else if (texts.has(locale, key) && texts.text(locale, key).indexOf('{') < 0) {
			words = texts.text(locale, key);
		}
		return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
	}

	private static String title(@Nullable Procedure procedure, String node, Locale locale) {
		Step step = procedure == null ? null : procedure.step(node);
		Procedure.End end = procedure == null ? null : procedure.ends().get(node);
		return step != null ? step.title().in(locale) : end != null ? end.title().in(locale) : node;
	}

	/** Each step with its outcome, in words where the procedure has them. */
	List<String> way(@Nullable Procedure procedure, List<String> way, Locale locale) {
		List<String> words = new ArrayList<>();
		for (String part : way) {
			int colon = part.indexOf(':');
			String step = colon < 0 ? part : part.substring(0, colon);
			String outcome = colon < 0 ? "" : part.substring(colon + 1);
			boolean appeal = part.equals(Trial.UPHELD);
			words.add(appeal
					? texts.text(locale, "desk.way.upheld")
					: title(procedure, step, locale) + ": " + outcome(procedure, step, outcome, locale));
		}
		return words;
	}

	String outcome(@Nullable Procedure procedure, String step, String outcome, Locale locale) {
		return switch (procedure == null ? null : procedure.step(step)) {
			case Step.Review review -> review.outcome(outcome).map(one -> one.label().in(locale)).orElseGet(() -> plain(outcome, locale));
			case Step.Choice choice -> title(procedure, outcome, locale);
			case null, default -> plain(outcome, locale);
		};
	}

	private String plain(String outcome, Locale locale) {
		String key = "procedures.outcome." + outcome;
		return texts.has(locale, key) ? texts.text(locale, key) : outcome;
	}
}
