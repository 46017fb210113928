package org.nafidha.verifier;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.jspecify.annotations.Nullable;

/** A city's public keys (docs/formats.md section 4): what this verifier trusts, and all it trusts. */
final class Keys {
	private final String issuer;
	private final boolean demonstration;
	private final JournalKey journal;
	private final List<FormerJournalKey> journalBefore;
	private final X509Certificate authority;
	private final X509CRL crl;
	private final Map<String, CodeKey> codes;

	private Keys(Json json, X509Certificate authority, X509CRL crl, Map<String, CodeKey> codes) throws Rejected {
		this.issuer = json.text("issuer");
		this.demonstration = json.flag("demo");
		this.journal = JournalKey.parse(json.text("journal"));
		this.journalBefore = before(json);
		this.authority = authority;
		this.crl = crl;
		this.codes = Map.copyOf(codes);
	}

	private Keys(Keys other, X509CRL crl) {
		this.issuer = other.issuer;
		this.demonstration = other.demonstration;
		this.journal = other.journal;
		this.journalBefore = other.journalBefore;
		this.authority = other.authority;
		this.codes = other.codes;
		this.crl = crl;
	}

	/** The same keys with another CRL of the same authority. */
	Keys with(X509CRL other) {
		return new Keys(this, other);
	}

	static Keys parse(byte[] text) throws Rejected {
		Json json = Json.parse(text, Cause.KEYS_BROKEN);
		if (!json.text("format").equals("nafidha-keys-v1"))
			throw new Rejected(Cause.KEYS_BROKEN);
		Map<String, CodeKey> codes = new HashMap<>();
		for (Json code : json.objects("codes")) {
			byte[] spki = code.base64("spki");
			byte[] kid = code.base64("kid");
			if (!Arrays.equals(kid, Arrays.copyOf(Hash.over(spki).bytes(), 8)))
				throw new Rejected(Cause.KEYS_BROKEN);
			codes.put(name(kid), new CodeKey(p256(spki), code.time("from"), code.timeOrNull("until")));
		}
		X509Certificate authority = authority(json.text("ca"));
		return new Keys(json, authority, crl(json.text("crl").getBytes(StandardCharsets.US_ASCII), authority), codes);
	}

	String issuer() {
		return issuer;
	}

	boolean demonstration() {
		return demonstration;
	}

	/** The checkpoint of a note: signed by the journal's key, or by one before it and no larger than that one's journal had grown. */
	Checkpoint checkpoint(String note) throws Rejected {
		for (FormerJournalKey former : journalBefore) {
			Optional<Checkpoint> checkpoint = former.open(note);
			if (checkpoint.isPresent())
				return checkpoint.get();
		}
		return Checkpoint.open(note, journal);
	}

	/** Keys files from before there were any may leave the member out. */
	private static List<FormerJournalKey> before(Json json) throws Rejected {
		List<FormerJournalKey> keys = new ArrayList<>();
		if (json.has("journalBefore"))
			for (Json former : json.objects("journalBefore"))
				keys.add(new FormerJournalKey(JournalKey.parse(former.text("key")), former.count("until")));
		return List.copyOf(keys);
	}

	X509Certificate authority() {
		return authority;
	}

	X509CRL crl() {
		return crl;
	}

	/** A key of codes has that one purpose, whatever a certificate says of it: it seals no document. */
	boolean signsCodes(PublicKey key) {
		return codes.containsKey(name(Arrays.copyOf(Hash.over(key.getEncoded()).bytes(), 8)));
	}

	CodeKey code(byte[] kid) throws Rejected {
		@Nullable
		CodeKey key = codes.get(name(kid));
		if (key == null)
			throw new Rejected(Cause.CODE_KEY_UNKNOWN);
		return key;
	}

	private static String name(byte[] kid) {
		return HexFormat.of().formatHex(kid);
	}

	/** A CRL in PEM or DER, checked against the authority. */
	static X509CRL crl(byte[] encoded, X509Certificate authority) throws Rejected {
		try {
			X509CRL crl = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(encoded));
			if (crl == null || !crl.getIssuerX500Principal().equals(authority.getSubjectX500Principal()))
				throw new Rejected(Cause.KEYS_BROKEN);
			crl.verify(authority.getPublicKey());
			return crl;
		} catch (GeneralSecurityException _) {
			throw new Rejected(Cause.KEYS_BROKEN);
		}
	}

	private static X509Certificate authority(String pem) throws Rejected {
		try {
			var in = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
			X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
			boolean[] usage = certificate.getKeyUsage();
			if (certificate.getBasicConstraints() < 0 || usage == null || !usage[5] || !usage[6] || !isP256(certificate.getPublicKey()))
				throw new Rejected(Cause.KEYS_BROKEN);
			return certificate;
		} catch (GeneralSecurityException _) {
			throw new Rejected(Cause.KEYS_BROKEN);
		}
	}

	private static ECPublicKey p256(byte[] spki) throws Rejected {
		try {
			ECPublicKey key = (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(spki));
			if (!isP256(key))
				throw new Rejected(Cause.KEYS_BROKEN);
			return key;
		} catch (GeneralSecurityException _) {
			throw new Rejected(Cause.KEYS_BROKEN);
		}
	}

	/** Whether the key is a point of the curve P-256. */
	static boolean isP256(PublicKey key) {
		if (!(key instanceof ECPublicKey ec))
			return false;
		X9ECParameters curve = ECNamedCurveTable.getByName("P-256");
		var params = ec.getParams();
		return params.getOrder().equals(curve.getN()) && params.getCofactor() == 1
				&& params.getCurve().getA().equals(curve.getCurve().getA().toBigInteger())
				&& params.getCurve().getB().equals(curve.getCurve().getB().toBigInteger())
				&& params.getGenerator().getAffineX().equals(curve.getG().getAffineXCoord().toBigInteger());
	}
}
