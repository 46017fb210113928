package org.nafidha.documents.internal;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.nafidha.documents.internal.CityKeys.Pair;

/** Seals a file with PAdES B-B: an invisible signature over the whole of it. Thread-safe. */
final class FileSeal {

	/** Room for the CMS with both certificates; the rest stays zero. */
	private static final int CONTENT_BYTES = 6 * 1024;

	private final CertificateToken authority;
	private final PAdESService service = new PAdESService(new CommonCertificateVerifier());

	FileSeal(CityKeys keys) {
		this.authority = new CertificateToken(keys.authority());
	}

	byte[] seal(byte[] pdf, Instant at, String reason, Pair seal) {
		CertificateToken certificate = new CertificateToken(seal.certificate());
		PAdESSignatureParameters parameters = new PAdESSignatureParameters();
		parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
		parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
		parameters.setSigningCertificate(certificate);
		parameters.setCertificateChain(List.of(certificate, authority));
		parameters.setReason(reason);
		parameters.setContentSize(CONTENT_BYTES);
		parameters.bLevel().setSigningDate(Date.from(at));
		DSSDocument document = new InMemoryDocument(pdf, "document.pdf", MimeTypeEnum.PDF);
		ToBeSigned content = service.getDataToSign(document, parameters);
		DSSDocument sealed = service.signDocument(document, parameters,
				new SignatureValue(SignatureAlgorithm.ECDSA_SHA256, seal.es256Der(content.getBytes())));
		try (InputStream in = sealed.openStream()) {
			return in.readAllBytes();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
