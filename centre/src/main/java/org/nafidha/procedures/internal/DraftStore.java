package org.nafidha.procedures.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.procedures.Draft;
import org.nafidha.procedures.Drafts;
import org.nafidha.procedures.Example;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Drafts, their texts and their examples. */
@Repository
class DraftStore {

	private static final int HISTORY_LIMIT = 100;
	private static final String SELECT = """
			select d.id, d.base_procedure, d.base_version, d.revision, d.closed, t.text, t.saved_by, t.saved_at
			from procedures.draft d join procedures.draft_text t on t.draft = d.id and t.revision = d.revision
			""";

	/** @param acceptedFrom how it went before somebody accepted that it goes otherwise */
	record Row(Example example, @Nullable String acceptedFrom) {
	}

	private final JdbcClient db;

	DraftStore(JdbcClient db) {
		this.db = db;
	}

	List<Draft> open() {
		return db.sql(SELECT + "where d.closed is null order by t.saved_at desc, d.id limit :limit").param("limit", Drafts.LIST_LIMIT)
				.query(DraftStore::draft).list();
	}

	Optional<Draft> find(long id) {
		return db.sql(SELECT + "where d.id = :id").param("id", id).query(DraftStore::draft).optional();
	}

	/** Until the end of the transaction nobody else changes it. Read only after the lock: what was saved while it was waited for is there. */
	Optional<Draft> locked(long id) {
		db.sql("select id from procedures.draft where id = :id for update").param("id", id).query(Long.class).optional();
		return find(id);
	}

	long insert(Draft.@Nullable Base base, String text, String by, Instant at) {
		long id = db
				.sql("""
						insert into procedures.draft (base_procedure, base_version, revision, started_by, started_at) values (:procedure, :version, 1, :by, :at)
						returning id""")
				.param("procedure", base == null ? null : base.procedure()).param("version", base == null ? null : base.version())
				.param("by", by).param("at", Timestamp.from(at)).query(Long.class).single();
		text(id, 1, text, by, at);
		return id;
	}

	void save(long id, int revision, String text, String by, Instant at) {
		text(id, revision, text, by, at);
		db.sql("update procedures.draft set revision = ? where id = ?").params(revision, id).update();
	}

	private void text(long id, int revision, String text, String by, Instant at) {
		db.sql("insert into procedures.draft_text (draft, revision, text, saved_by, saved_at) values (?, ?, ?, ?, ?)")
				.params(id, revision, text, by, Timestamp.from(at)).update();
	}

	void rebase(long id, int version) {
		db.sql("update procedures.draft set base_version = ? where id = ?").params(version, id).update();
	}

	/** @param how {@code published} or {@code discarded} */
	void close(long id, String how, Instant at) {
		db.sql("update procedures.draft set closed = ?, closed_at = ? where id = ?").params(how, Timestamp.from(at), id).update();
	}

	Optional<String> text(long id, int revision) {
		return db.sql("select text from procedures.draft_text where draft = ? and revision = ?").params(id, revision).query(String.class).optional();
	}

	List<Drafts.Saved> history(long id) {
		return db.sql("""
				select revision, saved_by, saved_at, char_length(text) as characters from procedures.draft_text where draft = ?
				order by revision desc limit ?""").params(id, HISTORY_LIMIT)
				.query((row, n) -> new Drafts.Saved(row.getInt("revision"), row.getString("saved_by"), instant(row, "saved_at"),
						row.getInt("characters")))
				.list();
	}

	List<Row> examples(long draft) {
		return db.sql("select text, accepted_from from procedures.example where draft = ? order by name limit ?").params(draft, Drafts.EXAMPLES_LIMIT)
				.query((row, n) -> new Row(ExampleYaml.read(row.getString("text")).orThrow(), row.getString("accepted_from"))).list();
	}

	void keep(long draft, Row row, String by, Instant at) {
		db.sql("""
				insert into procedures.example (draft, name, text, accepted_from, saved_by, saved_at) values (:draft, :name, :text, :from, :by, :at)
				on conflict (draft, name) do update set text = excluded.text, accepted_from = excluded.accepted_from, saved_by = excluded.saved_by,
				saved_at = excluded.saved_at""").param("draft", draft).param("name", row.example().name())
				.param("text", ExampleYaml.write(row.example()))
				.param("from", row.acceptedFrom()).param("by", by).param("at", Timestamp.from(at)).update();
	}

	boolean remove(long draft, String name) {
		return db.sql("delete from procedures.example where draft = ? and name = ?").params(draft, name).update() == 1;
	}

	/** The draft whose text was published as that version. */
	Optional<Long> publishedFrom(String procedure, int version) {
		return db.sql("select draft from procedures.proposal where procedure = ? and version = ? and kind = 'publish' and outcome = 'approved'")
				.params(procedure, version).query(Long.class).optional();
	}

	private static Draft draft(ResultSet row, int n) throws SQLException {
		String base = row.getString("base_procedure");
		return new Draft(row.getLong("id"), base == null ? null : new Draft.Base(base, row.getInt("base_version")), row.getInt("revision"),
				row.getString("text"), row.getString("saved_by"), instant(row, "saved_at"), row.getString("closed"));
	}

	static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}
}
