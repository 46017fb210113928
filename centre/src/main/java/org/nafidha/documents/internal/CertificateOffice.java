package org.nafidha.documents.internal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.nafidha.documents.internal.CityKeys.Former;
import org.nafidha.documents.internal.CityKeys.Pair;

/** Makes keys, certificates and the revocation list (RFC 5280) of a city's own CA: EC P-256 with SHA-256 throughout. */
final class CertificateOffice {

	static final Duration CRL_LASTS = Duration.ofDays(30);

	private static final String SIGNING = "SHA256withECDSA";
	private static final Duration CLOCK_SKEW = Duration.ofHours(1);
	private static final Duration AUTHORITY_LASTS = Duration.ofDays(20 * 365L);
	private static final Duration SEAL_LASTS = Duration.ofDays(5 * 365L);

	private final String city;
	private final boolean demo;
	private final String crlAddress;
	private final Instant now;
	private final SecureRandom random = new SecureRandom();

	CertificateOffice(String city, boolean demo, String crlAddress, Instant now) {
		this.city = city;
		this.demo = demo;
		this.crlAddress = crlAddress;
		this.now = now;
	}

	/** A new CA with a seal and a code key under it. */
	CityKeys found() throws GeneralSecurityException, IOException, OperatorCreationException {
		KeyPair authority = keyPair();
		X500Name authorityName = name("City CA");
		X509Certificate root = certificate(null, authorityName, authority.getPublic(), authorityName, authority);
		Pair seal = issued(Purpose.SEAL, name("City seal"), authority, root);
		Pair code = issued(Purpose.CODE, name("Document codes"), authority, root);
		return new CityKeys(seal, code, root, authority.getPrivate(), Former.NONE);
	}

	/** A new seal and a new code key under the CA that there is. */
	CityKeys renewed(CityKeys old, PrivateKey authorityKey) throws GeneralSecurityException, IOException, OperatorCreationException {
		KeyPair authority = new KeyPair(old.authority().getPublicKey(), authorityKey);
		Pair seal = issued(Purpose.SEAL, name("City seal"), authority, old.authority());
		Pair code = issued(Purpose.CODE, name("Document codes"), authority, old.authority());
		return new CityKeys(seal, code, old.authority(), authorityKey, Former.NONE);
	}

	/** @param reason of RFC 5280 section 5.3.1 */
	record RevokedCertificate(BigInteger serial, Instant at, int reason) {
	}

	/** A list of the given moment. A later one must have a higher number. */
	static byte[] revocationList(CityKeys keys, PrivateKey authorityKey, Instant at, BigInteger number, List<RevokedCertificate> revoked) {
		try {
			X500Name issuer = X500Name.getInstance(keys.authority().getSubjectX500Principal().getEncoded());
			X509v2CRLBuilder list = new X509v2CRLBuilder(issuer, Date.from(at));
			list.setNextUpdate(Date.from(at.plus(CRL_LASTS)));
			revoked.forEach(certificate -> list.addCRLEntry(certificate.serial(), Date.from(certificate.at()), certificate.reason()));
			list.addExtension(Extension.authorityKeyIdentifier, false, new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(keys.authority()));
			list.addExtension(Extension.cRLNumber, false, new CRLNumber(number));
			return list.build(new JcaContentSignerBuilder(SIGNING).build(authorityKey)).getEncoded();
		} catch (GeneralSecurityException | IOException | OperatorCreationException e) {
			throw new IllegalStateException("the revocation list cannot be made", e);
		}
	}

	private Pair issued(Purpose purpose, X500Name subject, KeyPair authority, X509Certificate root)
			throws GeneralSecurityException, IOException, OperatorCreationException {
		KeyPair pair = keyPair();
		X500Name authorityName = X500Name.getInstance(root.getSubjectX500Principal().getEncoded());
		return new Pair(pair.getPrivate(), certificate(purpose, subject, pair.getPublic(), authorityName, authority));
	}

	/** @param purpose null for the CA itself */
	private X509Certificate certificate(@Nullable Purpose purpose, X500Name subject, PublicKey key, X500Name issuer, KeyPair authority)
			throws GeneralSecurityException, IOException, OperatorCreationException {
		boolean isAuthority = purpose == null;
		JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
		var builder = new JcaX509v3CertificateBuilder(issuer, new BigInteger(120, random).setBit(120), Date.from(now.minus(CLOCK_SKEW)),
				Date.from(now.plus(isAuthority ? AUTHORITY_LASTS : SEAL_LASTS)), subject, key);
		builder.addExtension(Extension.basicConstraints, true, isAuthority ? new BasicConstraints(0) : new BasicConstraints(false));
		builder.addExtension(Extension.keyUsage, true, new KeyUsage(
				isAuthority
						? KeyUsage.keyCertSign | KeyUsage.cRLSign
						: KeyUsage.digitalSignature | (purpose == Purpose.SEAL ? KeyUsage.nonRepudiation : 0)));
		builder.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key));
		builder.addExtension(Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(authority.getPublic()));
		if (purpose != null) {
			builder.addExtension(Extension.extendedKeyUsage, false,
					new ExtendedKeyUsage(KeyPurposeId.getInstance(new ASN1ObjectIdentifier(purpose.usage()))));
			GeneralName address = new GeneralName(GeneralName.uniformResourceIdentifier, crlAddress);
			builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(
					new DistributionPoint[]{new DistributionPoint(new DistributionPointName(new GeneralNames(address)), null, null)}));
		}
		return new JcaX509CertificateConverter().getCertificate(builder.build(new JcaContentSignerBuilder(SIGNING).build(authority.getPrivate())));
	}

	private X500Name name(String commonName) {
		X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, "SY").addRDN(BCStyle.O, "City of " + city);
		if (demo) {
			name.addRDN(BCStyle.OU, CityKeys.DEMO_MARK);
		}
		return name.addRDN(BCStyle.CN, commonName).build();
	}

	private KeyPair keyPair() throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
		generator.initialize(new ECGenParameterSpec("secp256r1"), random);
		return generator.generateKeyPair();
	}
}
