package org.nafidha.journal.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nafidha.journal.Act;
import org.nafidha.journal.Entry;
import org.nafidha.journal.EntryId;
import org.nafidha.journal.Journal;
import org.nafidha.journal.JournalReceipt;
import org.nafidha.kernel.CanonicalJson;
import org.nafidha.platform.Numbers;
import org.nafidha.platform.Writes;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Appends entries with one INSERT each, and finds them again. */
@Component
class PostgresJournal implements Journal {

	/** Larger matters belong in the module's own tables, with their hash among the facts. */
	static final int FACTS_LIMIT_BYTES = 64 * 1024;
	static final int SUBJECT_LIMIT = 200;

	private static final Pattern KIND = Pattern.compile("[a-z]+(\\.[a-z][a-z-]*)+");

	/** Must equal the increment of the sequence {@code journal.entry_id}. */
	static final int BLOCK = 50;

	private static final String INSERT = """
			insert into journal.entry (id, at, kind, subject, actor, facts, salt, commitment) values (?, ?, ?, ?, ?, ?, ?, ?)""";

	private final JdbcOperations db;
	private final Numbers ids;
	private final Entries entries;
	private final Receipts receipts;
	private final InstantSource clock;
	private final ActMetrics metrics;
	private final SecureRandom random = new SecureRandom();

	PostgresJournal(JdbcOperations db, Entries entries, Receipts receipts, InstantSource clock, ActMetrics metrics) {
		this.db = db;
		this.ids = new Numbers(db, "journal.entry_id", BLOCK);
		this.entries = entries;
		this.receipts = receipts;
		this.clock = clock;
		this.metrics = metrics;
	}

	@Override
	public EntryId append(Act act) {
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalTransactionStateException("an act is journalled in its own transaction; there is none for " + act.kind());
		}
		Writes writes = new Writes();
		EntryId id = append(act, writes);
		writes.send(db);
		return id;
	}

	@Override
	public EntryId append(Act act, Writes writes) {
		String facts = facts(act);
		String actor = act.actor().text();
		Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
		byte[] salt = new byte[Sha256.LENGTH];
		random.nextBytes(salt);
		long id = ids.next();
		byte[] commitment = EntryText.commitment(salt, EntryText.of(id, act.kind(), act.subject(), actor, at, facts));
		writes.add(INSERT, id, at, act.kind(), act.subject(), actor, facts, salt, commitment);
		metrics.appended(act.kind());
		return new EntryId(id);
	}

	@Override
	public List<Entry> about(String subject) {
		return entries.about(subject);
	}

	@Override
	public Optional<Entry> entry(EntryId id) {
		return entries.find(id);
	}

	@Override
	public Optional<JournalReceipt> receipt(EntryId id) {
		return entries.find(id).flatMap(receipts::of);
	}

	private static String facts(Act act) {
		if (!KIND.matcher(act.kind()).matches()) {
			throw new IllegalArgumentException("a kind reads module.verb, not: " + act.kind());
		}
		if (act.subject().isBlank() || act.subject().length() > SUBJECT_LIMIT || act.subject().indexOf('\0') >= 0) {
			throw new IllegalArgumentException("the subject of " + act.kind() + " is empty or no reference");
		}
		String facts = CanonicalJson.write(act.facts());
		if (facts.getBytes(StandardCharsets.UTF_8).length > FACTS_LIMIT_BYTES) {
			throw new IllegalArgumentException("the facts of " + act.kind() + " exceed " + FACTS_LIMIT_BYTES + " bytes");
		}
		return facts;
	}
}
