package org.nafidha.procedures.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Step;
import org.nafidha.procedures.Step.Consultation;

/** What changes at one step: who decides, how long it takes, what is asked and charged. */
record StepChanges(Words words, List<LocalizedText> said) {

	void between(Step one, Step other) {
		Map<String, Object> was = facts(one);
		Map<String, Object> is = facts(other);
		if (one.getClass() != other.getClass()) {
			add("step.kind", other, null, null);
			return;
		}
		is.forEach((fact, value) -> {
			if (!Objects.equals(was.get(fact), value)) {
				add("step." + fact, other, was.get(fact), value);
			}
		});
		if (one instanceof Consultation asked && other instanceof Consultation asks) {
			opinions(asked, asks);
		}
	}

	private void add(String key, Step step, @Nullable Object from, @Nullable Object to) {
		said.add(words.of("procedures.change." + key, "step", step.title(), "from", told(from), "to", told(to)));
	}

	private Object told(@Nullable Object value) {
		return value == null || "".equals(value) ? words.of("procedures.change.nothing") : value;
	}

	/** By the ends of message keys. */
	private static Map<String, Object> facts(Step step) {
		Map<String, Object> facts = new LinkedHashMap<>();
		switch (step) {
			case Step.Review review -> {
				facts.put("role", review.role());
				facts.put("unit", review.unit());
				facts.put("deadline", review.deadlineDays());
				facts.put("at-most", review.atMost() == 0 ? "" : review.atMost());
				facts.put("not-by", String.join(", ", new TreeSet<>(review.notBy())));
				facts.put("identity", review.needsIdentity());
				facts.put("deemed", review.deemed() == null ? "" : review.deemed().outcome());
				facts.put("photos", review.onSite() == null ? "" : review.onSite().fewestPhotos() + "–" + review.onSite().mostPhotos());
			}
			case Consultation consultation -> facts.put("join", switch (consultation.join()) {
				case Consultation.Join.All all -> "all";
				case Consultation.Join.Any any -> "any";
				case Consultation.Join.Quorum(int consents) -> Integer.toString(consents);
			});
			case Step.Fetch fetch -> {
				facts.put("of", String.join(", ", fetch.items().stream().map(Step.Fetch.Item::evidence).toList()));
				facts.put("within", fetch.withinDays());
			}
			case Step.Wait wait -> {
				facts.put("until", wait.until() == null ? "" : wait.until().text());
				facts.put("within", wait.withinDays());
			}
			case Step.Automated automated -> {
				facts.put("automation", automated.automation());
				facts.put("within", automated.withinDays());
				facts.put("given",
						String.join(", ", automated.inputs().entrySet().stream().map(e -> e.getKey() + ": " + e.getValue().text()).toList()));
			}
			case Step.Correction correction -> {
				facts.put("within", correction.withinDays());
				facts.put("at-most", correction.atMost());
			}
			case Step.Choice choice -> {
			}
		}
		return facts;
	}

	private void opinions(Consultation one, Consultation other) {
		List<String> ids = new ArrayList<>(one.opinions().stream().map(opinion -> opinion.review().id()).toList());
		for (Consultation.Opinion asked : other.opinions()) {
			Step.Review review = asked.review();
			if (ids.remove(review.id())) {
				between(one.opinion(review.id()).orElseThrow(), review);
			} else {
				said.add(words.of("procedures.change.opinion.new", "step", other.title(), "opinion", review.title()));
			}
		}
		ids.forEach(gone -> said.add(words.of("procedures.change.opinion.gone", "step", other.title(), "opinion",
				one.opinion(gone).orElseThrow().title())));
	}
}
