package org.nafidha.cases.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.cases.Visit;
import org.nafidha.kernel.Refusal;
import org.nafidha.procedures.Procedure.Evidence;
import org.nafidha.procedures.Step;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads again, just before a document is made, what was fetched for the case: days may lie between the request and the fee, and a document
 * says what the books say at its hour. The case keeps the new reading.
 */
@Component
class Rereading {

	/** When the books were read: two readings that differ in nothing else say the same. */
	private static final String READ_AT = "asOf";

	private final EvidenceFetch evidence;
	private final JsonMapper json = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

	Rereading(EvidenceFetch evidence) {
		this.evidence = evidence;
	}

	/**
	 * Where the case must go in place of the document: empty when the books say what they said, when nobody decided on what they said and the
	 * applicant may still ask, or when the procedure does not provide for it. What differs is told to the journal. A look-up that is refused
	 * now differs, too; without a place to go it stops the transition.
	 */
	Result read(Step.Automated issue, Transition t) {
		Map<String, Object> before = new HashMap<>(t.data);
		Optional<Refusal> refused = evidence.fetch(t);
		String target = target(issue, t);
		if (refused.isPresent() && target == null) {
			return new Result.Stop(refused.get());
		}
		List<String> differing = refused.map(refusal -> List.of(refusal.code())).orElseGet(() -> differing(before, t));
		boolean matters = refused.isPresent() || decided(t) || Admission.notEligible(t).isPresent();
		if (differing.isEmpty() || !matters || target == null) {
			return new Result.GoOn();
		}
		t.facts.put("changed", differing);
		return new Result.Elsewhere(target);
	}

	sealed interface Result {
		record GoOn() implements Result {
		}

		record Elsewhere(String step) implements Result {
		}

		record Stop(Refusal refusal) implements Result {
		}
	}

	/** Null also when the review to go to has been visited as often as it may be: then the document says what the books say now. */
	private static @Nullable String target(Step.Automated issue, Transition t) {
		String target = issue.then().get(Step.Automated.CHANGED);
		boolean closed = target != null && t.procedure.steps().get(target) instanceof Step.Review review && review.atMost() > 0
				&& t.times(target) > review.atMost();
		return closed ? null : target;
	}

	private List<String> differing(Map<String, Object> before, Transition t) {
		return t.procedure.evidence().stream().map(Evidence::id).filter(id -> !reading(before.get(id)).equals(reading(t.data.get(id)))).toList();
	}

	private JsonNode reading(@Nullable Object values) {
		Map<Object, Object> read = values instanceof Map<?, ?> map ? new HashMap<>(map) : new HashMap<>();
		read.remove(READ_AT);
		return json.readTree(json.writeValueAsString(read));
	}

	private static boolean decided(Transition t) {
		return t.closing != null && t.stepOf(t.closing.visit()) instanceof Step.Review || t.before.visits().stream().filter(visit -> !visit.open())
				.map(Visit::step).map(t.procedure.steps()::get).filter(Objects::nonNull).anyMatch(Step.Review.class::isInstance);
	}
}
