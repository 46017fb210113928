package org.nafidha.procedures.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.nafidha.procedures.Publications.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of published versions. */
@Component
class VersionStore {

	record Key(String procedure, int version) {
	}

	private final JdbcClient db;

	VersionStore(JdbcClient db) {
		this.db = db;
	}

	/** The newest version of each procedure. */
	List<Key> newest() {
		return db.sql("select procedure, max(version) as version from procedures.version group by procedure order by procedure")
				.query((row, n) -> new Key(row.getString("procedure"), row.getInt("version"))).list();
	}

	Optional<String> text(Key key) {
		return db.sql("select text from procedures.version where procedure = ? and version = ?").params(key.procedure(), key.version())
				.query(String.class).optional();
	}

	List<Version> versions(String procedure) {
		return db.sql("""
				select procedure, version, sha256, published_at, entry from procedures.version where procedure = ? order by version desc
				""").param(procedure).query(VersionStore::version).list();
	}

	/** Until the end of the transaction nobody else publishes. */
	void lock() {
		db.sql("select pg_advisory_xact_lock(hashtext('procedures.publish'))").query(row -> {
		});
	}

	void insert(Version version, String text) {
		db.sql("insert into procedures.version (procedure, version, text, sha256, published_at, entry) values (?, ?, ?, ?, ?, ?)")
				.params(version.procedure(), version.version(), text, HexFormat.of().parseHex(version.sha256()),
						OffsetDateTime.ofInstant(version.publishedAt(), ZoneOffset.UTC), version.entry())
				.update();
	}

	static String sha256(String text) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java has SHA-256", e);
		}
	}

	private static Version version(ResultSet row, int n) throws SQLException {
		return new Version(row.getString("procedure"), row.getInt("version"), HexFormat.of().formatHex(row.getBytes("sha256")),
				row.getObject("published_at", OffsetDateTime.class).toInstant(), row.getLong("entry"));
	}
}
