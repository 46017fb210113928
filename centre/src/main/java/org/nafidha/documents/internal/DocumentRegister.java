package org.nafidha.documents.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.documents.IssuedDocument.Field;
import org.nafidha.documents.IssuedDocument.Revocation;
import org.nafidha.documents.RevocationProposal;
import org.nafidha.journal.EntryId;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The register's tables. */
@Repository
class DocumentRegister {

	private static final TypeReference<List<Field>> FIELDS = new TypeReference<>() {
	};
	private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {
	};
	private static final String SELECT = """
			select d.number, d.title_ar, d.title_en, d.procedure, d.version, d.template, d.case_number, d.person_id, d.issued_at, d.expires_at, d.entry, d.data, d.print,
			  d.key_fields, d.pdf_sha256, d.seal_kid, d.code_kid, r.at as revoked_at, r.reason as revoked_reason,
			  coalesce(r.reason_en, r.reason) as revoked_reason_en, r.entry as revoked_entry
			from documents.document d left join documents.revocation r on r.number = d.number
			""";

	private final JdbcClient db;
	private final JsonMapper json = JsonMapper.builder().build();

	DocumentRegister(JdbcClient db) {
		this.db = db;
	}

	/** The next number of a kind in a year; the row stays locked until the transaction ends, so that none is lost or given twice. */
	long nextSerial(String code, int year) {
		return db.sql("""
				insert into documents.counter as c (code, year, last) values (:code, :year, 1)
				on conflict (code, year) do update set last = c.last + 1 returning c.last
				""").param("code", code).param("year", year).query(Long.class).single();
	}

	void insert(StoredDocument stored, String callKey) {
		IssuedDocument document = stored.document();
		db.sql("""
				insert into documents.document (number, call_key, title_ar, title_en, procedure, version, template, case_number, person_id, issued_at, expires_at,
				  entry, data, print, key_fields, seal_kid, code_kid)
				values (:number, :key, :ar, :en, :procedure, :version, :template, :case, :person, :at, :expires, :entry, :data, :print, :fields, :seal, :code)
				""")
				.param("number", document.number()).param("key", callKey).param("ar", document.title().ar()).param("en", document.title().en())
				.param("procedure", document.procedure()).param("version", document.version()).param("template", stored.template())
				.param("case", document.caseNumber()).param("person", document.personId()).param("at", Timestamp.from(document.issuedAt()))
				.param("expires", document.expiresAt() == null ? null : Timestamp.from(document.expiresAt())).param("entry", document.entry().value())
				.param("data", stored.data()).param("print", json.writeValueAsString(stored.print()))
				.param("fields", json.writeValueAsString(document.keyFields())).param("seal", stored.keys() == null ? null : stored.keys().seal())
				.param("code", stored.keys() == null ? null : stored.keys().code()).update();
	}

	/** False when it was sealed already. */
	boolean sealed(String number, String pdfSha256, Instant at, EntryId entry) {
		return db.sql("""
				update documents.document set pdf_sha256 = :sha, sealed_at = :at, sealed_entry = :entry where number = :number and pdf_sha256 is null
				""").param("sha", pdfSha256).param("at", Timestamp.from(at)).param("entry", entry.value()).param("number", number).update() == 1;
	}

	/** False when it was revoked already. */
	boolean revoke(String number, Revocation revocation, RevocationProposal proposal, Actor actor) {
		return db.sql("""
				insert into documents.revocation (number, at, reason, reason_en, code, proposal, actor, entry)
				values (:number, :at, :ar, :en, :code, :proposal, :actor, :entry) on conflict (number) do nothing
				""").param("number", number).param("at", Timestamp.from(revocation.at())).param("ar", revocation.reason().ar())
				.param("en", revocation.reason().en()).param("code", proposal.reason().code()).param("proposal", proposal.id())
				.param("actor", actor.text()).param("entry", revocation.entry().value()).update() == 1;
	}

	Optional<StoredDocument> byCallKey(String callKey) {
		return db.sql(SELECT + "where d.call_key = :key").param("key", callKey).query(this::row).optional();
	}

	Optional<StoredDocument> byNumber(String number) {
		return db.sql(SELECT + "where d.number = :number").param("number", number).query(this::row).optional();
	}

	Optional<StoredDocument> byPdf(String sha256) {
		return db.sql(SELECT + "where d.pdf_sha256 = :sha").param("sha", sha256).query(this::row).optional();
	}

	List<IssuedDocument> ofCase(String caseNumber) {
		return db.sql(SELECT + "where d.case_number = :case order by d.issued_at, d.number").param("case", caseNumber).query(this::row).list()
				.stream()
				.map(StoredDocument::document).toList();
	}

	/** A line of the published list. */
	record Revoked(String number, Instant at, String reason) {
	}

	/** Oldest revocation first. */
	List<Revoked> revoked() {
		return db.sql("select number, at, reason from documents.revocation order by at, number")
				.query((row, n) -> new Revoked(row.getString(1), instant(row, "at"), row.getString(3))).list();
	}

	/** Rows are only ever added: another number means another list. */
	long countRevoked() {
		return db.sql("select count(*) from documents.revocation").query(Long.class).single();
	}

	private StoredDocument row(ResultSet row, int n) throws SQLException {
		Instant revokedAt = row.getObject("revoked_at") == null ? null : instant(row, "revoked_at");
		Revocation revocation = revokedAt == null
				? null
				: new Revocation(revokedAt, new LocalizedText(row.getString("revoked_reason"), row.getString("revoked_reason_en")),
						new EntryId(row.getLong("revoked_entry")));
		IssuedDocument document = new IssuedDocument(row.getString("number"), new LocalizedText(row.getString("title_ar"), row.getString("title_en")),
				row.getString("procedure"), row.getInt("version"), row.getString("case_number"), row.getString("person_id"),
				instant(row, "issued_at"), row.getObject("expires_at") == null ? null : instant(row, "expires_at"),
				new EntryId(row.getLong("entry")), json.readValue(row.getString("key_fields"), FIELDS), row.getString("pdf_sha256"), revocation);
		return new StoredDocument(document, row.getString("template"), row.getString("data"), json.readValue(row.getString("print"), VALUES),
				keys(row));
	}

	private static KeyRing.@Nullable Chosen keys(ResultSet row) throws SQLException {
		String seal = row.getString("seal_kid");
		String code = row.getString("code_kid");
		return seal == null || code == null ? null : new KeyRing.Chosen(seal, code);
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}
}
