package org.nafidha.verifier;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An invented city with everything it signs with, made fresh for each test run. */
final class TestCity {
	static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
	static final JsonMapper JSON = JsonMapper.builder().build();
	static final String ISSUER = "nafidha:testopolis";
	static final String ORIGIN = "nafidha/testopolis";

	final KeyPair codeKey = ec("secp256r1");
	final KeyPair caKey = ec("secp256r1");
	final KeyPair sealKey = ec("secp256r1");
	final KeyPair journalKey = ed25519();
	final X509Certificate ca = certificate("Test CA", caKey, "Test CA", caKey, true, NOW.minus(Duration.ofDays(400)));
	final X509Certificate seal = certificate("City Seal", sealKey, "Test CA", caKey, false, NOW.minus(Duration.ofDays(30)));

	byte[] keysJson() {
		return keysJson(crl(NOW.plus(Duration.ofDays(7)), Optional.empty(), 0), NOW.minus(Duration.ofDays(30)), Optional.empty());
	}

	byte[] keysJson(byte[] crl, Instant from, Optional<Instant> until) {
		ObjectNode root = JSON.createObjectNode();
		root.put("format", "nafidha-keys-v1").put("issuer", ISSUER).put("demo", false).put("journal", vkey());
		root.put("ca", pem("CERTIFICATE", encoded(ca))).put("crl", pem("X509 CRL", crl));
		ObjectNode code = root.putArray("codes").addObject();
		code.put("kid", base64(kid())).put("spki", base64(codeKey.getPublic().getEncoded())).put("from", from.toString());
		until.ifPresentOrElse(end -> code.put("until", end.toString()), () -> code.putNull("until"));
		return JSON.writeValueAsBytes(root);
	}

	Keys keys() {
		try {
			return Keys.parse(keysJson());
		} catch (Rejected e) {
			throw new IllegalStateException(e);
		}
	}

	byte[] kid() {
		return Arrays.copyOf(Hash.over(codeKey.getPublic().getEncoded()).bytes(), 8);
	}

	/** @param reason CRL reason code of the seal's entry, when it is listed */
	byte[] crl(Instant nextUpdate, Optional<Instant> sealRevoked, int reason) {
		try {
			X509v2CRLBuilder crl = new X509v2CRLBuilder(new X500Name("CN=Test CA"), Date.from(NOW.minus(Duration.ofDays(1))));
			crl.setNextUpdate(Date.from(nextUpdate));
			sealRevoked.ifPresent(at -> crl.addCRLEntry(seal.getSerialNumber(), Date.from(at), reason));
			return crl.build(new JcaContentSignerBuilder("SHA256withECDSA").build(caKey.getPrivate())).getEncoded();
		} catch (Exception e) {
			throw new IllegalStateException(e);
		}
	}

	String vkey() {
		byte[] raw = Arrays.copyOfRange(journalKey.getPublic().getEncoded(), 12, 44);
		byte[] typed = concat(new byte[]{1}, raw);
		return ORIGIN + "+" + HexFormat.of().formatHex(noteKeyId(typed)) + "+" + base64(typed);
	}

	private static byte[] noteKeyId(byte[] typed) {
		return Arrays.copyOf(Hash.over((ORIGIN + "\n").getBytes(StandardCharsets.UTF_8), typed).bytes(), 4);
	}

	String checkpoint(long size, Hash root) {
		String text = ORIGIN + "\n" + size + "\n" + root.base64() + "\n";
		byte[] typed = concat(new byte[]{1}, Arrays.copyOfRange(journalKey.getPublic().getEncoded(), 12, 44));
		byte[] signature = sign("Ed25519", journalKey.getPrivate(), text.getBytes(StandardCharsets.UTF_8));
		return text + "\n\u2014 " + ORIGIN + " " + base64(concat(noteKeyId(typed), signature)) + "\n";
	}

	/** A list of revoked numbers, signed as docs/formats.md section 5 says. */
	byte[] revokedJson(Instant at, String... numbers) {
		ObjectNode root = JSON.createObjectNode();
		root.put("format", "nafidha-revoked-v1").put("at", at.toString());
		var list = root.putArray("numbers");
		for (String number : numbers)
			list.addObject().put("number", number).put("at", at.toString()).put("reason", "صدرت خطأً");
		root.put("kid", base64(kid()));
		try {
			byte[] canonical = CanonicalJson.of(root, Cause.REVOKED_LIST_BROKEN);
			root.put("signature", base64(sign("SHA256withECDSAinP1363Format", codeKey.getPrivate(), canonical)));
		} catch (Rejected e) {
			throw new IllegalStateException(e);
		}
		return JSON.writeValueAsBytes(root);
	}

	static KeyPair ec(String curve) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec(curve));
			return generator.generateKeyPair();
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	private static KeyPair ed25519() {
		try {
			return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	static X509Certificate certificate(String name, KeyPair subject, String issuerName, KeyPair issuer, boolean authority, Instant from) {
		try {
			var builder = new JcaX509v3CertificateBuilder(new X500Name("CN=" + issuerName), BigInteger.valueOf(name.hashCode() & 0xFFFFFFL | 1),
					Date.from(from), Date.from(from.plus(Duration.ofDays(3650))), new X500Name("CN=" + name), subject.getPublic());
			builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
			int usage = authority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
			builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
			return new JcaX509CertificateConverter()
					.getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate())));
		} catch (Exception e) {
			throw new IllegalStateException(e);
		}
	}

	static byte[] sign(String algorithm, PrivateKey key, byte[] data) {
		try {
			Signature signature = Signature.getInstance(algorithm);
			signature.initSign(key);
			signature.update(data);
			return signature.sign();
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	static String pem(String type, byte[] der) {
		return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(der) + "\n-----END " + type + "-----\n";
	}

	static byte[] encoded(X509Certificate certificate) {
		try {
			return certificate.getEncoded();
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	static String base64(byte[] bytes) {
		return Base64.getEncoder().encodeToString(bytes);
	}

	static byte[] concat(byte[]... parts) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (byte[] part : parts)
			out.writeBytes(part);
		return out.toByteArray();
	}
}
