package org.nafidha.identity.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nafidha.identity.Disclosures;
import org.nafidha.identity.SignedIn;
import org.nafidha.journal.Act;
import org.nafidha.journal.Entry;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Disclosures as acts about the person. */
@Component
class JournalledDisclosures implements Disclosures {

	private static final String KIND = "person.viewed";
	private static final int SHORTEST_PURPOSE = 8;
	private static final int LONGEST_PURPOSE = 500;

	private final Journal journal;
	private final InstantSource clock;

	JournalledDisclosures(Journal journal, InstantSource clock) {
		this.journal = journal;
		this.clock = clock;
	}

	@Override
	@Transactional
	public Result<Disclosure> record(SignedIn.Staff officer, String personId, String what, String purpose) {
		Optional<Refusal> unfit = unfit(purpose);
		if (unfit.isPresent()) {
			return unfit.get().asResult();
		}
		String reason = purpose.strip();
		String kept = reason.length() > LONGEST_PURPOSE ? reason.substring(0, LONGEST_PURPOSE) : reason;
		journal.append(new Act(KIND, personId, officer.actor(), Map.of("what", what, "purpose", kept)));
		return Result.ok(new Disclosure(clock.instant(), officer.officerId(), kept, what));
	}

	@Override
	public Optional<Refusal> unfit(String purpose) {
		if (purpose.isBlank()) {
			return Optional.of(Refusal.of("purpose.missing"));
		}
		boolean telling = purpose.codePoints().filter(Character::isLetter).count() >= SHORTEST_PURPOSE;
		return telling ? Optional.empty() : Optional.of(Refusal.of("purpose.short"));
	}

	@Override
	public List<Disclosure> of(String personId) {
		return journal.about(personId).stream().filter(entry -> entry.kind().equals(KIND)).map(JournalledDisclosures::disclosure).toList().reversed();
	}

	private static Disclosure disclosure(Entry entry) {
		JsonNode facts = JsonMapper.shared().readTree(entry.facts());
		return new Disclosure(entry.at(), entry.actor().substring(entry.actor().indexOf(':') + 1), facts.path("purpose").asString(),
				facts.path("what").asString());
	}
}
