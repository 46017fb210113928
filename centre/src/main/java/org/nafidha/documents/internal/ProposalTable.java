package org.nafidha.documents.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.nafidha.documents.RevocationProposal;
import org.nafidha.documents.RevocationReason;
import org.nafidha.journal.EntryId;
import org.nafidha.kernel.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proposals to revoke, open and ended. */
@Repository
class ProposalTable {

	/** Beyond so many, the newest open proposals have to wait until older ones are judged. */
	private static final int OPEN_READ = 2_000;

	private static final String SELECT = """
			select p.id, p.number, d.title_ar, d.title_en, p.reason, p.note, p.proposed_by, p.proposed_at, p.entry, d.procedure, d.version
			from documents.revocation_proposal p join documents.document d on d.number = p.number
			where p.outcome is null and not exists (select 1 from documents.revocation r where r.number = p.number)
			""";

	private final JdbcClient db;

	/** An open proposal, and which procedure its document belongs to. */
	record Open(RevocationProposal proposal, String procedure, int version) {
	}

	ProposalTable(JdbcClient db) {
		this.db = db;
	}

	/** Oldest first. */
	List<Open> open() {
		return db.sql(SELECT + "order by p.proposed_at, p.id limit :limit").param("limit", OPEN_READ).query(ProposalTable::row).list();
	}

	Optional<Open> openFor(String number) {
		return db.sql(SELECT + "and p.number = :number").param("number", number).query(ProposalTable::row).optional();
	}

	/** Whoever asks second waits until the first has judged, and then finds nothing open. */
	Optional<Open> locked(long id) {
		return db.sql(SELECT + "and p.id = :id for update of p").param("id", id).query(ProposalTable::row).optional();
	}

	/** Empty when there is an open proposal for the document already. */
	Optional<Long> insert(String number, RevocationReason reason, String note, String officer, Instant at, EntryId entry) {
		return db.sql("""
				insert into documents.revocation_proposal (number, reason, note, proposed_by, proposed_at, entry)
				values (:number, :reason, :note, :officer, :at, :entry) on conflict (number) where outcome is null do nothing returning id
				""").param("number", number).param("reason", reason.code()).param("note", note).param("officer", officer)
				.param("at", Timestamp.from(at)).param("entry", entry.value()).query(Long.class).optional();
	}

	/** @param outcome {@code confirmed}, {@code refused} or {@code withdrawn} */
	void end(long id, String outcome, String officer, Instant at, EntryId entry) {
		db.sql("""
				update documents.revocation_proposal set outcome = :outcome, ended_by = :officer, ended_at = :at, ended_entry = :entry where id = :id
				""").param("outcome", outcome).param("officer", officer).param("at", Timestamp.from(at)).param("entry", entry.value())
				.param("id", id).update();
	}

	private static Open row(ResultSet row, int n) throws SQLException {
		RevocationProposal proposal = new RevocationProposal(row.getLong("id"), row.getString("number"),
				new LocalizedText(row.getString("title_ar"), row.getString("title_en")), RevocationReason.of(row.getString("reason")).orElseThrow(),
				row.getString("note"), row.getString("proposed_by"), row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
				new EntryId(row.getLong("entry")));
		return new Open(proposal, row.getString("procedure"), row.getInt("version"));
	}
}
