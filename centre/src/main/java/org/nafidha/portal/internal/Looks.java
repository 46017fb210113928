package org.nafidha.portal.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.identity.Disclosures;
import org.nafidha.identity.Disclosures.Disclosure;
import org.nafidha.identity.Officer;
import org.nafidha.identity.Staff;
import org.nafidha.identity.Unit;
import org.nafidha.journal.Entry;
import org.nafidha.journal.Journal;
import org.nafidha.portal.Look;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who looked at a person's data: with a stated purpose, at a counter where the person was identified, and into journal entries about the
 * person's cases, and from which unit an opinion on a case came. Officers who handle a step of a case are not listed: the case itself shows its steps.
 */
@Component
class Looks {

	private static final int SHOWN = 200;
	private static final String OFFICER = "officer:";

	private final Disclosures disclosures;
	private final Journal journal;
	private final Cases cases;
	private final Staff staff;

	Looks(Disclosures disclosures, Journal journal, Cases cases, Staff staff) {
		this.disclosures = disclosures;
		this.journal = journal;
		this.cases = cases;
		this.staff = staff;
	}

	/** Newest first, at most 200. */
	List<Look> of(String personId) {
		Stream<Look> stated = disclosures.of(personId).stream().map(this::look);
		Stream<Look> atCounters = journal.about(personId).stream().filter(entry -> entry.kind().equals("counter.identified"))
				.map(entry -> look(entry.at(), entry.actor(), "counter", null, null));
		Stream<Look> intoJournal = cases.of(personId).stream().map(CaseFile::number).flatMap(number -> journal.about(number).stream())
				.filter(entry -> entry.kind().equals("journal.read")).map(this::read);
		Stream<Look> advice = cases.of(personId).stream().map(CaseFile::number).flatMap(number -> journal.about(number).stream())
				.filter(entry -> entry.kind().equals("correspondence.opinion-given")).map(this::advice);
		return Stream.of(stated, atCounters, intoJournal, advice).flatMap(all -> all).sorted(Comparator.comparing(Look::at).reversed()).limit(SHOWN)
				.toList();
	}

	private Look look(Disclosure disclosure) {
		return look(disclosure.at(), OFFICER + disclosure.officerId(), disclosure.what(), null, disclosure.purpose());
	}

	private Look read(Entry entry) {
		String purpose = JsonMapper.shared().readTree(entry.facts()).path("purpose").asString();
		return look(entry.at(), entry.actor(), "journal", entry.subject(), purpose);
	}

	/** From which unit an opinion came; the officer was drawn for it, as for a step, and is named no more than there. */
	private Look advice(Entry entry) {
		Look look = look(entry.at(), entry.actor(), Look.OPINION, entry.subject(), null);
		return new Look(look.at(), null, look.unit(), look.roles(), look.what(), look.about(), null);
	}

	private Look look(Instant at, String actor, String what, @Nullable String about, @Nullable String purpose) {
		Optional<Officer> officer = actor.startsWith(OFFICER) ? staff.byId(actor.substring(OFFICER.length())) : Optional.empty();
		return new Look(at, officer.map(Officer::name).orElse(null), officer.flatMap(o -> staff.unit(o.unit())).map(Unit::name).orElse(null),
				officer.map(Officer::roles).orElse(Set.of()), what, about, purpose);
	}
}
