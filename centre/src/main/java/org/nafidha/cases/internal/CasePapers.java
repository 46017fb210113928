package org.nafidha.cases.internal;

import java.time.Instant;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nafidha.cases.Attachments;
import org.nafidha.cases.CaseFile;
import org.nafidha.journal.Act;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Papers become part of a case only within an act, whose entry in the journal names them by their hashes. */
@Component
class CasePapers {

	private static final String FACT = "papers";

	private final JdbcClient db;
	private final CaseStore store;
	private final Journal journal;
	private final ActContext context;

	CasePapers(JdbcClient db, CaseStore store, Journal journal, ActContext context) {
		this.db = db;
		this.store = store;
		this.journal = journal;
		this.context = context;
	}

	/** As part of the transition; after a refusal its transaction must be rolled back. */
	Optional<Refusal> join(Transition t, List<String> ids) {
		return switch (join(t.before, ids)) {
			case Result.Refused<List<String>>(Refusal refusal) -> Optional.of(refusal);
			case Result.Ok<List<String>>(List<String> hashes) -> {
				if (!hashes.isEmpty()) {
					t.facts.put(FACT, hashes);
				}
				yield Optional.empty();
			}
		};
	}

	/** Whether a paper joins with this transition, or was brought since the instant and has joined already, as at a counter. */
	boolean came(Transition t, Instant since) {
		return t.facts.containsKey(FACT) || db.sql("""
				select exists(select 1 from cases.attachment where case_number = :number and at >= :since and not starts_with(evidence, :photos))
				""").param("number", t.before.number()).param("since", Timestamp.from(since)).param("photos", Attachments.photoOf(""))
				.query(Boolean.class).single();
	}

	/** As an act of its own. */
	Result<List<String>> join(String number, List<String> ids, Actor actor) {
		return context.transactions().act(() -> {
			Optional<CaseFile> file = store.lock(number);
			if (file.isEmpty() || file.get().end() != null) {
				return Refusal.of(file.isEmpty() ? "case.unknown" : "case.ended").asResult();
			}
			Result<List<String>> joined = join(file.get(), ids);
			if (joined instanceof Result.Ok<List<String>>(List<String> hashes) && !hashes.isEmpty()) {
				journal.append(new Act("case.papers-joined", number, actor, Map.of(FACT, hashes)));
			}
			return joined;
		});
	}

	/** An inspector's photographs, as part of the transition; answers with the hashes of those that joined, the same picture once. */
	List<String> joinPhotos(Transition t, String step, List<String> ids) {
		if (ids.isEmpty()) {
			return List.of();
		}
		List<String> hashes = db
				.sql("""
						update cases.attachment set case_number = :number where id = any(:ids) and person = :person and evidence = :photo and case_number is null
						returning sha256
						""")
				.param("number", t.before.number()).param("ids", ids.toArray(String[]::new)).param("person", t.before.personId())
				.param("photo", Attachments.photoOf(step)).query((row, n) -> row.getString(1)).list().stream().distinct().sorted().toList();
		t.facts.put("photos", hashes);
		return hashes;
	}

	/** What counts as an inspector's photograph joins with the inspector's decision alone. */
	private Result<List<String>> join(CaseFile file, List<String> ids) {
		if (ids.isEmpty()) {
			return Result.ok(List.of());
		}
		List<String> hashes = db.sql("""
				update cases.attachment set case_number = :number
				where id = any(:ids) and person = :person and case_number is null and not starts_with(evidence, :photos) returning sha256
				""").param("number", file.number()).param("ids", ids.toArray(String[]::new)).param("person", file.personId())
				.param("photos", Attachments.photoOf(""))
				.query((row, n) -> row.getString(1)).list();
		int all = db.sql("select count(*) from cases.attachment where case_number = :number and not starts_with(evidence, :photos)")
				.param("number", file.number()).param("photos", Attachments.photoOf("")).query(Integer.class).single();
		return all > Attachments.MOST_OF_CASE
				? Refusal.of("papers.too-many", "max", Integer.toString(Attachments.MOST_OF_CASE)).asResult()
				: Result.ok(hashes.stream().sorted().toList());
	}
}
