package org.nafidha.procedures.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nafidha.procedures.Proposal;
import org.nafidha.procedures.Proposal.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proposals and retirements. */
@Repository
class ProposalStore {

	private static final int LIST_LIMIT = 200;
	private static final String SELECT = """
			select id, kind, procedure, version, draft, revision, sha256, note, proposed_by, proposed_at, entry, outcome from procedures.proposal
			""";

	/** A version that is no longer offered. */
	record Retirement(String procedure, int version, Instant at) {
	}

	private final JdbcClient db;

	ProposalStore(JdbcClient db) {
		this.db = db;
	}

	List<Proposal> open() {
		return db.sql(SELECT + "where outcome is null order by proposed_at, id limit :limit").param("limit", LIST_LIMIT).query(ProposalStore::row)
				.list();
	}

	Optional<Proposal> openFor(String procedure) {
		return db.sql(SELECT + "where outcome is null and procedure = :procedure").param("procedure", procedure).query(ProposalStore::row).optional();
	}

	Optional<Proposal> openForDraft(long draft) {
		return db.sql(SELECT + "where outcome is null and draft = :draft").param("draft", draft).query(ProposalStore::row).optional();
	}

	/** Whoever asks second waits until the first has judged, and then finds nothing open. */
	Optional<Proposal> locked(long id) {
		return db.sql(SELECT + "where outcome is null and id = :id for update").param("id", id).query(ProposalStore::row).optional();
	}

	Optional<Proposal> find(long id) {
		return db.sql(SELECT + "where id = :id").param("id", id).query(ProposalStore::row).optional();
	}

	/** Empty when something is proposed for the procedure or the draft already. The id of the proposal is not read. */
	Optional<Long> insert(Proposal proposal) {
		return db.sql("""
				insert into procedures.proposal (kind, procedure, version, draft, revision, sha256, note, proposed_by, proposed_at, entry)
				values (:kind, :procedure, :version, :draft, :revision, :sha256, :note, :by, :at, :entry) on conflict do nothing returning id
				""").param("kind", proposal.kind().code()).param("procedure", proposal.procedure()).param("version", proposal.version())
				.param("draft", proposal.draft()).param("revision", proposal.revision()).param("sha256", HexFormat.of().parseHex(proposal.sha256()))
				.param("note", proposal.note()).param("by", proposal.proposedBy()).param("at", Timestamp.from(proposal.at()))
				.param("entry", proposal.entry()).query(Long.class).optional();
	}

	void end(long id, String outcome, String by, Instant at, long entry) {
		db.sql("update procedures.proposal set outcome = ?, ended_by = ?, ended_at = ?, ended_entry = ? where id = ?")
				.params(outcome, by, Timestamp.from(at), entry, id).update();
	}

	void retire(String procedure, int version, Instant at, long entry) {
		db.sql("insert into procedures.retirement (procedure, version, at, entry) values (?, ?, ?, ?)")
				.params(procedure, version, Timestamp.from(at), entry).update();
	}

	List<Retirement> retirements() {
		return db.sql("select procedure, version, at from procedures.retirement")
				.query((row, n) -> new Retirement(row.getString("procedure"), row.getInt("version"), DraftStore.instant(row, "at"))).list();
	}

	private static Proposal row(ResultSet row, int n) throws SQLException {
		long draft = row.getLong("draft");
		boolean publishes = !row.wasNull();
		return new Proposal(row.getLong("id"), Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)), row.getString("procedure"),
				row.getInt("version"), publishes ? draft : null, publishes ? row.getInt("revision") : null,
				HexFormat.of().formatHex(row.getBytes("sha256")), row.getString("note"), row.getString("proposed_by"),
				DraftStore.instant(row, "proposed_at"), row.getLong("entry"), row.getString("outcome"));
	}
}
