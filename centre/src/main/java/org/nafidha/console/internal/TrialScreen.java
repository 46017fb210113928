package org.nafidha.console.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nafidha.console.TrialView;
import org.nafidha.console.TrialView.Ended;
import org.nafidha.console.TrialView.Line;
import org.nafidha.console.TrialView.Source;
import org.nafidha.console.TrialView.Stand;
import org.nafidha.console.TrialView.Way;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.platform.Texts;
import org.nafidha.procedures.Example;
import org.nafidha.procedures.Examples;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Scenario;
import org.nafidha.procedures.Step;
import org.nafidha.procedures.Trial;
import org.nafidha.procedures.Trials;
import org.springframework.stereotype.Component;

/** Puts together what the trial's screen shows. */
@Component
record TrialScreen(Trials trials, Examples examples, ExampleLines lines, DeskReader reader, Texts texts) {

	TrialView of(Procedure procedure, String address, @Nullable Scenario scenario, Locale locale) {
		List<Source> evidence = procedure.evidence().stream().filter(item -> item.automation() != null)
				.map(item -> source(procedure, item.id(), String.valueOf(item.automation()), item.title().in(locale), item.holder().in(locale)))
				.toList();
		if (scenario == null) {
			return new TrialView(procedure, address, evidence, null, null, "", List.of(), List.of(), null, BigDecimal.ZERO);
		}
		Trial trial = trials.play(procedure, scenario);
		List<Stand> stands = trial.open().stream().filter(stay -> !(procedure.step(stay.step()) instanceof Step.Consultation))
				.map(stay -> stand(procedure, stay, locale)).toList();
		BigDecimal total = trial.fees().stream().map(Trial.Charged::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
		return new TrialView(procedure, address, evidence, scenario, trial, carried(scenario, trial), stands,
				past(procedure, scenario, trial, locale),
				ended(procedure, trial, locale), total);
	}

	private String carried(Scenario scenario, Trial trial) {
		return examples.write(new Example("trial", new LocalizedText("تجربة", "Trial"), scenario.with(scenario.acts().subList(0, trial.taken())),
				trial.summary()));
	}

	/** What formulas read comes first. */
	private Source source(Procedure procedure, String id, String automation, String title, String holder) {
		Map<String, String> read = new LinkedHashMap<>();
		Map<String, String> others = new LinkedHashMap<>();
		new TreeMap<>(trials.outputs(automation)).forEach((name, type) -> {
			boolean typed = !type.equals("list") && !type.equals("context");
			if (typed) {
				(procedure.text().contains(id + "." + name) ? read : others).put(name, type);
			}
		});
		return new Source(id, title, holder, read, others);
	}

	private Stand stand(Procedure procedure, Trial.Stay stay, Locale locale) {
		Step step = Objects.requireNonNull(procedure.step(stay.step()));
		String title = step.title().in(locale);
		return switch (step) {
			case Step.Review review -> {
				String silent = review.deemed() == null ? null : review.deemed().outcome();
				List<String> notBy = Stream.concat(review.notBy().stream(), review.by().differentUnit().stream()).sorted()
						.map(other -> procedure.step(other)).filter(Objects::nonNull).map(other -> other.title().in(locale)).toList();
				yield new Stand(stay, title, review.onSite() == null ? "review" : "inspection", reader.unit(review.unit(), locale), review.role(),
						reader.officers(review.role(), review.unit()), notBy,
						review.outcomes().stream().map(outcome -> way(outcome, locale)).toList(),
						silent, null);
			}
			case Step.Correction correction -> plain(procedure, stay, title, "correction", List.of("corrected", "lapsed"), null, locale);
			case Step.Wait wait -> plain(procedure, stay, title, "wait", List.copyOf(wait.then().keySet()), null, locale);
			case Step.Automated automated -> {
				List<String> outcomes = automated.then().isEmpty()
						? List.of(Step.Fetch.ANSWERED, "refused")
						: automated.then().keySet().stream().filter(outcome -> !outcome.equals(Step.Automated.CHANGED)).toList();
				String kind = automated.kind().name().toLowerCase(Locale.ROOT);
				Source answers = automated.kind() == Step.Automated.Kind.AUTOMATION
						? source(procedure, automated.id().substring(automated.id().indexOf('.') + 1), automated.automation(), title,
								automated.automation())
						: null;
				yield plain(procedure, stay, title, kind, outcomes, answers, locale);
			}
			case Step.Fetch fetch -> plain(procedure, stay, title, "fetch", List.of(Step.Wait.LAPSED), null, locale);
			case Step.Consultation consultation -> plain(procedure, stay, title, "consultation", List.of(), null, locale);
			case Step.Choice choice -> plain(procedure, stay, title, "choice", List.of(), null, locale);
		};
	}

	private Stand plain(Procedure procedure, Trial.Stay stay, String title, String kind, List<String> outcomes, @Nullable Source answers,
			Locale locale) {
		List<Way> ways = outcomes.stream().map(outcome -> new Way(outcome, lines.outcome(procedure, stay.step(), outcome, locale), Map.of()))
				.toList();
		return new Stand(stay, title, kind, null, null, 0, List.of(), ways, null, answers);
	}

	private static Way way(Step.Outcome outcome, Locale locale) {
		Map<String, String> reasons = new LinkedHashMap<>();
		outcome.reasons().forEach(reason -> reasons.put(reason.code(), reason.text().in(locale)));
		return new Way(outcome.id(), outcome.label().in(locale), reasons);
	}

	private List<Line> past(Procedure procedure, Scenario scenario, Trial trial, Locale locale) {
		List<Line> past = new ArrayList<>();
		int upheld = 1 + scenario.acts().stream().map(Scenario.Act::upheld).toList().indexOf(true);
		boolean told = upheld == 0 || upheld > trial.taken();
		for (Trial.Stay stay : trial.stays()) {
			if (!told && stay.opened() >= upheld) {
				past.add(upheld(stay.since(), locale));
				told = true;
			}
			Step step = procedure.step(stay.step());
			if (!stay.open() && step != null) {
				past.add(new Line(step.title().in(locale), stay.since(), stay.due(),
						lines.outcome(procedure, stay.step(), String.valueOf(stay.outcome()), locale), reason(step, stay, locale)));
			}
		}
		if (!told) {
			past.add(upheld(trial.today(), locale));
		}
		return past;
	}

	private Line upheld(LocalDate on, Locale locale) {
		return new Line(texts.text(locale, "trial.appeal"), on, null, texts.text(locale, "trial.appeal.upheld"), "");
	}

	private String reason(Step step, Trial.Stay stay, Locale locale) {
		if (Scenario.Act.DEEMED.equals(stay.reason())) {
			return texts.text(locale, "trial.silence");
		}
		return step instanceof Step.Review review
				? review.outcome(stay.outcome()).stream().flatMap(outcome -> outcome.reasons().stream())
						.filter(reason -> reason.code().equals(stay.reason())).map(reason -> reason.text().in(locale)).findFirst().orElse("")
				: "";
	}

	private static @Nullable Ended ended(Procedure procedure, Trial trial, Locale locale) {
		Procedure.End end = trial.end() == null ? null : procedure.ends().get(trial.end());
		return end == null ? null : new Ended(end.title().in(locale), end.granted(), law(procedure, trial, locale), trial.appealable(procedure));
	}

	/** The law that the last decision's reason names. */
	private static @Nullable String law(Procedure procedure, Trial trial, Locale locale) {
		return trial.stays().reversed().stream().filter(stay -> stay.reason() != null).findFirst()
				.flatMap(stay -> procedure.step(stay.step()) instanceof Step.Review review
						? review.outcome(stay.outcome()).stream().flatMap(outcome -> outcome.reasons().stream())
								.filter(reason -> reason.code().equals(stay.reason())).map(Step.Reason::legalBasis).filter(Objects::nonNull)
								.findFirst()
						: java.util.Optional.empty())
				.flatMap(id -> procedure.legal().stream().filter(legal -> legal.id().equals(id)).map(legal -> legal.title().in(locale)).findFirst())
				.orElse(null);
	}
}
