package org.nafidha.documents.internal;

import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** Certificates as an operator's own CA makes them, which name no purpose. */
final class Certified {

	private Certified() {
	}

	/** @param authority null for one that the key signs for itself, as a CA's is */
	static X509Certificate certificate(String subject, PublicKey key, PrivateKey signer, @Nullable X509Certificate authority)
			throws Exception {
		Instant now = Instant.now();
		X500Name name = new X500Name("CN=" + subject + ",OU=" + CityKeys.DEMO_MARK);
		X500Name issuer = authority == null ? name : X500Name.getInstance(authority.getSubjectX500Principal().getEncoded());
		var builder = new JcaX509v3CertificateBuilder(issuer, BigInteger.valueOf(Math.abs(key.hashCode()) + 1L),
				Date.from(now.minus(Duration.ofHours(1))),
				Date.from(now.plus(Duration.ofDays(30))), name, key);
		builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority == null));
		builder.addExtension(Extension.keyUsage, true,
				new KeyUsage(authority == null ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
		return new JcaX509CertificateConverter().getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer)));
	}
}
