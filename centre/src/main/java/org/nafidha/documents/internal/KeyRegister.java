package org.nafidha.documents.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.documents.internal.CertificateOffice.RevokedCertificate;
import org.nafidha.documents.internal.CityKeys.Pair;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every key that has signed documents. Keys in use are entered at start; those they replace end at that moment. */
@Component
class KeyRegister {

	private final JdbcClient db;

	/** @param spki Base64 of the SubjectPublicKeyInfo */
	record SigningKey(String kid, String spki, Instant from, @Nullable Instant until) {

		PublicKey publicKey() {
			try {
				return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(spki)));
			} catch (GeneralSecurityException e) {
				throw new IllegalStateException("the register holds a key that is none: " + kid, e);
			}
		}
	}

	KeyRegister(JdbcClient db, CityKeys keys, InstantSource clock) {
		this.db = db;
		enter(Purpose.SEAL.code(), keys.seal(), clock.instant());
		enter(Purpose.CODE.code(), keys.code(), clock.instant());
	}

	/** Newest first. */
	List<SigningKey> codes() {
		return db.sql("select kid, spki, valid_from, valid_until from documents.signing_key where purpose = 'code' order by valid_from desc, kid")
				.query(KeyRegister::key).list();
	}

	Optional<SigningKey> code(byte[] kid) {
		return db.sql("select kid, spki, valid_from, valid_until from documents.signing_key where purpose = 'code' and kid = :kid")
				.param("kid", Base64.getEncoder().encodeToString(kid)).query(KeyRegister::key).optional();
	}

	/** False for a key that was replaced, also by another node. */
	boolean isInUse(String kid) {
		return db.sql("select exists (select 1 from documents.signing_key where kid = :kid and valid_until is null)").param("kid", kid)
				.query(Boolean.class).single();
	}

	/** Certificates that no longer count. */
	List<RevokedCertificate> revoked() {
		return db.sql("select serial, revoked_at, revoked_reason from documents.signing_key where revoked_at is not null order by revoked_at, kid")
				.query((row, n) -> new RevokedCertificate(row.getBigDecimal(1).toBigInteger(), row.getObject(2, OffsetDateTime.class).toInstant(),
						row.getInt(3)))
				.list();
	}

	private void enter(String purpose, Pair pair, Instant now) {
		String kid = pair.name();
		BigInteger serial = pair.certificate().getSerialNumber();
		int entered = db.sql("""
				insert into documents.signing_key as known (kid, purpose, spki, serial, valid_from) values (:kid, :purpose, :spki, :serial, :from)
				on conflict (kid) do update set valid_until = null where known.purpose = excluded.purpose
				""").param("kid", kid).param("purpose", purpose).param("spki", Base64.getEncoder().encodeToString(pair.publicKey().getEncoded()))
				.param("serial", new BigDecimal(serial)).param("from", Timestamp.from(pair.certificate().getNotBefore().toInstant())).update();
		if (entered == 0) {
			throw new IllegalStateException(
					"the key of entry " + purpose + " has signed for another purpose before: each key has one (docs/keys.md)");
		}
		db.sql("update documents.signing_key set valid_until = :now where purpose = :purpose and kid <> :kid and valid_until is null")
				.param("now", Timestamp.from(now)).param("purpose", purpose).param("kid", kid).update();
	}

	private static SigningKey key(ResultSet row, int n) throws SQLException {
		OffsetDateTime until = row.getObject("valid_until", OffsetDateTime.class);
		return new SigningKey(row.getString("kid"), row.getString("spki"), row.getObject("valid_from", OffsetDateTime.class).toInstant(),
				until == null ? null : until.toInstant());
	}
}
