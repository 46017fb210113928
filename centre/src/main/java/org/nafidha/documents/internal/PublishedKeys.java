package org.nafidha.documents.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nafidha.documents.IssuedDocument.Revocation;
import org.nafidha.documents.PublicKeys;
import org.nafidha.documents.internal.CertificateOffice.RevokedCertificate;
import org.nafidha.documents.internal.DocumentRegister.Revoked;
import org.nafidha.documents.internal.KeyRegister.SigningKey;
import org.nafidha.journal.JournalKey;
import org.nafidha.kernel.CanonicalJson;
import org.nafidha.platform.CentreProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public answers. The signed ones are kept ({@link Kept}) while the tables say the same, which is asked each time: nothing goes stale on
 * any node.
 */
@Component
class PublishedKeys implements PublicKeys {

	private static final Base64.Encoder BASE64 = Base64.getEncoder();
	private static final Base64.Encoder PEM_LINES = Base64.getMimeEncoder(64, new byte[]{'\n'});

	private final CityKeys keys;
	private final KeyRegister register;
	private final DocumentRegister documents;
	private final JournalKey journal;
	private final Setting setting;
	private final Kept<String> keptKeys;
	private final Kept<byte[]> keptList;
	private final Kept<String> keptRevoked;
	private final JsonMapper json = JsonMapper.builder().build();

	/** What the file of keys depends on; the CA's list, which stands in it, counts as another when it was made anew. */
	private record KeysMark(List<SigningKey> codes, String list) {
	}

	/** Where and when. */
	@Component
	record Setting(CentreProperties centre, DocumentSettings documents, InstantSource clock) {
	}

	PublishedKeys(CityKeys keys, KeyRegister register, DocumentRegister documents, JournalKey journal, Setting setting) {
		this.keys = keys;
		this.register = register;
		this.documents = documents;
		this.journal = journal;
		this.setting = setting;
		this.keptKeys = new Kept<>(setting.clock());
		this.keptList = new Kept<>(setting.clock());
		this.keptRevoked = new Kept<>(setting.clock());
	}

	@Override
	public String json() {
		KeysMark mark = new KeysMark(register.codes(), pem("X509 CRL", keptList()));
		return keptKeys.get(mark, () -> json(mark));
	}

	private String json(KeysMark mark) {
		Map<String, Object> all = new LinkedHashMap<>();
		all.put("format", "nafidha-keys-v1");
		all.put("issuer", "nafidha:" + setting.centre().city());
		all.put("demo", setting.centre().demo());
		all.put("journal", journal.verifierKey());
		all.put("journalBefore", journal.former().stream().map(key -> Map.of("key", key.verifierKey(), "until", key.untilSize())).toList());
		all.put("ca", authorityPem());
		all.put("crl", mark.list());
		all.put("codes", mark.codes().stream().map(key -> {
			Map<String, Object> code = new LinkedHashMap<>();
			code.put("kid", key.kid());
			code.put("spki", key.spki());
			code.put("from", time(key.from()));
			Instant until = key.until();
			code.put("until", until == null ? null : time(until));
			return code;
		}).toList());
		all.put("home", setting.centre().publicUrl());
		return json.writeValueAsString(all);
	}

	@Override
	public String authorityPem() {
		try {
			return pem("CERTIFICATE", keys.authority().getEncoded());
		} catch (CertificateEncodingException e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	public byte[] revocationList() {
		return keptList().clone();
	}

	private byte[] keptList() {
		List<RevokedCertificate> revoked = register.revoked();
		return keptList.get(revoked, () -> newList(revoked));
	}

	private byte[] newList(List<RevokedCertificate> revoked) {
		PrivateKey authorityKey = keys.authorityKey();
		if (authorityKey == null) {
			return given();
		}
		Instant at = setting.clock().instant().truncatedTo(ChronoUnit.SECONDS);
		return CertificateOffice.revocationList(keys, authorityKey, at, BigInteger.valueOf(at.getEpochSecond()), revoked);
	}

	@Override
	public String revokedJson() {
		return keptRevoked.get(documents.countRevoked(), this::newRevokedJson);
	}

	private String newRevokedJson() {
		List<Map<String, Object>> numbers = documents.revoked().stream().map(PublishedKeys::line).toList();
		Map<String, Object> list = new TreeMap<>(
				Map.of("format", "nafidha-revoked-v1", "at", time(setting.clock().instant()), "numbers", numbers, "kid",
						BASE64.encodeToString(keys.code().kid())));
		list.put("signature", BASE64.encodeToString(keys.code().es256(CanonicalJson.bytes(list))));
		return CanonicalJson.write(list);
	}

	@Override
	public String statusJson(String number) {
		Map<String, Object> status = new LinkedHashMap<>();
		status.put("number", number);
		status.put("status", "unknown");
		documents.byNumber(number).map(StoredDocument::document).ifPresent(document -> {
			String sha256 = document.pdfSha256();
			Revocation revocation = document.revocation();
			if (sha256 != null) {
				status.put("status", revocation != null ? "revoked" : document.expired(setting.clock().instant()) ? "expired" : "valid");
				status.put("pdfSha256", BASE64.encodeToString(HexFormat.of().parseHex(sha256)));
				status.put("issuedAt", time(document.issuedAt()));
				if (document.expiresAt() != null) {
					status.put("expiresAt", time(document.expiresAt()));
				}
			}
			if (revocation != null) {
				status.put("reason", revocation.reason().ar());
			}
		});
		return CanonicalJson.write(status);
	}

	private static Map<String, Object> line(Revoked document) {
		return Map.of("number", document.number(), "at", time(document.at()), "reason", document.reason());
	}

	private byte[] given() {
		Path file = setting.documents().crl();
		if (file == null) {
			throw new IllegalStateException("the CA's key is not here: give its revocation list as nafidha.documents.crl (docs/keys.md)");
		}
		try {
			return Files.readAllBytes(file);
		} catch (IOException e) {
			throw new UncheckedIOException("the CA's revocation list cannot be read from " + file, e);
		}
	}

	private static String time(Instant instant) {
		return instant.truncatedTo(ChronoUnit.MILLIS).toString();
	}

	private static String pem(String label, byte[] der) {
		return "-----BEGIN " + label + "-----\n" + new String(PEM_LINES.encode(der), StandardCharsets.US_ASCII) + "\n-----END " + label + "-----\n";
	}
}
