package org.nafidha.verifier;

import java.security.GeneralSecurityException;
import java.security.cert.CRLReason;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;

/** The city's seal on a PDF: a PAdES signature, judged as docs/formats.md section 2 says. */
final class Seal {
	/** Reasons after which what was signed before still stands. */
	private static final Set<CRLReason> HARMLESS = EnumSet.of(CRLReason.SUPERSEDED, CRLReason.CESSATION_OF_OPERATION,
			CRLReason.AFFILIATION_CHANGED);

	private final X509Certificate certificate;

	private Seal(X509Certificate certificate) {
		this.certificate = certificate;
	}

	/** Checks digest, signature and chain; the time of signing and revocation come after, from what the seal covers. */
	static Seal check(SealedBytes sealed, Keys keys) throws Rejected {
		try {
			CMSSignedData cms = new CMSSignedData(new CMSProcessableByteArray(sealed.covered()), sealed.cms());
			var signers = cms.getSignerInfos().getSigners();
			if (signers.size() != 1 || !cms.isDetachedSignature())
				throw new Rejected(Cause.PDF_SEAL_BROKEN);
			SignerInformation signer = signers.iterator().next();
			List<X509CertificateHolder> holders = matching(cms, signer);
			if (holders.size() != 1)
				throw new Rejected(Cause.PDF_SEAL_BROKEN);
			X509CertificateHolder holder = holders.getFirst();
			X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(holder);
			checkChain(certificate, keys.authority());
			if (keys.signsCodes(certificate.getPublicKey()))
				throw new Rejected(Cause.SEAL_FOREIGN);
			checkAttributes(signer, sealed.covered(), holder.getEncoded());
			if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey())))
				throw new Rejected(Cause.PDF_SIGNATURE);
			return new Seal(certificate);
		} catch (CMSException | OperatorCreationException | GeneralSecurityException | java.io.IOException | RuntimeException _) {
			// BouncyCastle answers malformed input with any of these; all say the same of the file
			throw new Rejected(Cause.PDF_SEAL_BROKEN);
		}
	}

	/** The time of signing must lie in the certificate's life, and the certificate must not be revoked for that time. */
	void checkTime(Instant signedAt, X509CRL crl) throws Rejected {
		if (signedAt.isBefore(certificate.getNotBefore().toInstant()) || signedAt.isAfter(certificate.getNotAfter().toInstant()))
			throw new Rejected(Cause.SEAL_PERIOD);
		@Nullable
		X509CRLEntry revoked = crl.getRevokedCertificate(certificate.getSerialNumber());
		if (revoked == null)
			return;
		CRLReason reason = revoked.getRevocationReason();
		Instant at = revoked.getRevocationDate().toInstant();
		if (reason == null || !HARMLESS.contains(reason) || !signedAt.isBefore(at))
			throw new Rejected(Cause.SEAL_REVOKED, Map.of("at", Texts.moment(at)));
	}

	private static void checkChain(X509Certificate certificate, X509Certificate authority) throws Rejected {
		boolean[] usage = certificate.getKeyUsage();
		if (!certificate.getIssuerX500Principal().equals(authority.getSubjectX500Principal()) || certificate.getBasicConstraints() >= 0
				|| usage == null || !(usage[0] || usage[1]) || !Keys.isP256(certificate.getPublicKey()))
			throw new Rejected(Cause.SEAL_FOREIGN);
		try {
			certificate.verify(authority.getPublicKey());
		} catch (GeneralSecurityException _) {
			throw new Rejected(Cause.SEAL_FOREIGN);
		}
	}

	private static void checkAttributes(SignerInformation signer, byte[] covered, byte[] certificate) throws Rejected {
		AttributeTable signed = signer.getSignedAttributes();
		if (signed == null || !signer.getDigestAlgorithmID().getAlgorithm().equals(NISTObjectIdentifiers.id_sha256)
				|| !signer.getEncryptionAlgOID().equals(X9ObjectIdentifiers.ecdsa_with_SHA256.getId()))
			throw new Rejected(Cause.PDF_SEAL_BROKEN);
		if (!only(signed, CMSAttributes.contentType).getAttrValues().getObjectAt(0).equals(CMSObjectIdentifiers.data))
			throw new Rejected(Cause.PDF_SEAL_BROKEN);
		byte[] digest = ASN1OctetString.getInstance(only(signed, CMSAttributes.messageDigest).getAttrValues().getObjectAt(0)).getOctets();
		if (!Arrays.equals(digest, Hash.over(covered).bytes()))
			throw new Rejected(Cause.PDF_DIGEST);
		Attribute named = only(signed, PKCSObjectIdentifiers.id_aa_signingCertificateV2);
		ESSCertIDv2 first = SigningCertificateV2.getInstance(named.getAttrValues().getObjectAt(0)).getCerts()[0];
		AlgorithmIdentifier algorithm = first.getHashAlgorithm();
		if (!algorithm.getAlgorithm().equals(NISTObjectIdentifiers.id_sha256) || !Arrays.equals(first.getCertHash(), Hash.over(certificate).bytes()))
			throw new Rejected(Cause.PDF_SEAL_BROKEN);
	}

	private static List<X509CertificateHolder> matching(CMSSignedData cms, SignerInformation signer) {
		Set<X509CertificateHolder> all = new LinkedHashSet<>();
		for (X509CertificateHolder holder : cms.getCertificates().getMatches(null))
			if (signer.getSID().match(holder))
				all.add(holder);
		return List.copyOf(all);
	}

	private static Attribute only(AttributeTable table, org.bouncycastle.asn1.ASN1ObjectIdentifier type) throws Rejected {
		ASN1EncodableVector all = table.getAll(type);
		if (all.size() != 1 || Attribute.getInstance(all.get(0)).getAttrValues().size() != 1)
			throw new Rejected(Cause.PDF_SEAL_BROKEN);
		return Attribute.getInstance(all.get(0));
	}
}
