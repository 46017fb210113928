package org.nafidha.verifier;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Optional;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import tools.jackson.databind.node.ObjectNode;

/** Makes issued documents of a {@link TestCity} with PDFBox and BouncyCastle; every part can be made wrong on purpose. */
final class TestDocument {
	static final Instant ISSUED = Instant.parse("2026-11-23T10:42:07Z");
	static final String NUMBER = "TRS-2026-018442-6";
	static final long ENTRY = 1_204_887;

	private final TestCity city;
	String number = NUMBER;
	String numberInData = NUMBER;
	Instant sealedAt = ISSUED.plusSeconds(1);
	KeyPair sealKey;
	X509Certificate sealCertificate;
	Optional<Instant> expiresAt = Optional.empty();
	Optional<Instant> expiresAtInData = Optional.empty();
	boolean demonstration;
	boolean withCode = true;

	TestDocument(TestCity city) {
		this.city = city;
		this.sealKey = city.sealKey;
		this.sealCertificate = city.seal;
	}

	byte[] data() {
		ObjectNode data = TestCity.JSON.createObjectNode();
		data.put("number", numberInData).put("procedure", "temporary-register-statement").put("version", 3).put("case", "2026-041587-3");
		data.put("issuedAt", ISSUED.toString()).put("issuer", TestCity.ISSUER).put("journalEntry", ENTRY);
		expiresAtInData.ifPresent(at -> data.put("expiresAt", at.toString()));
		data.putObject("fields").put("owner", "محمد نور بن عبد القادر الحلبي").put("shares", "1600");
		try {
			return CanonicalJson.of(data, Cause.PDF_DATA_DIFFERS);
		} catch (Rejected e) {
			throw new IllegalStateException(e);
		}
	}

	String code() {
		byte[] claims = TestCode.claims(TestCity.ISSUER, expiresAt, ISSUED, number, Hash.over(data()), ENTRY, demonstration);
		return TestCode.sign(claims, city.kid(), city.codeKey.getPrivate());
	}

	byte[] pdf() throws IOException {
		return seal(unsealed());
	}

	byte[] unsealed() throws IOException {
		try (PDDocument pdf = new PDDocument()) {
			pdf.addPage(new PDPage(PDRectangle.A4));
			PDPage page = new PDPage(PDRectangle.A4);
			pdf.addPage(page);
			if (withCode)
				try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
					float side = 30 / 25.4f * 72;
					content.drawImage(LosslessFactory.createFromImage(pdf, picture(code(), 400)), 50, 60, side, side);
				}
			COSStream stream = pdf.getDocument().createCOSStream();
			stream.setItem(COSName.TYPE, COSName.getPDFName("NafidhaData"));
			try (OutputStream out = stream.createRawOutputStream()) {
				out.write(data());
			}
			COSDictionary app = new COSDictionary();
			app.setItem("Private", stream);
			COSDictionary pieces = new COSDictionary();
			pieces.setItem("Nafidha", app);
			pdf.getDocumentCatalog().getCOSObject().setItem("PieceInfo", pieces);
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			pdf.save(out);
			return out.toByteArray();
		}
	}

	byte[] seal(byte[] unsealed) throws IOException {
		try (PDDocument pdf = Loader.loadPDF(unsealed)) {
			PDSignature signature = new PDSignature();
			signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
			signature.setSubFilter(COSName.getPDFName("ETSI.CAdES.detached"));
			GregorianCalendar when = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
			when.setTime(Date.from(sealedAt));
			signature.setSignDate(when);
			pdf.addSignature(signature, content -> cms(content.readAllBytes()));
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			pdf.saveIncremental(out);
			return out.toByteArray();
		}
	}

	private byte[] cms(byte[] content) {
		try {
			ASN1EncodableVector attributes = new ASN1EncodableVector();
			attributes.add(new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2,
					new DERSet(new SigningCertificateV2(new ESSCertIDv2(Hash.over(sealCertificate.getEncoded()).bytes())))));
			var generator = new CMSSignedDataGenerator();
			var info = new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build());
			info.setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)) {
				@Override
				protected java.util.Hashtable createStandardAttributeTable(Map parameters) {
					var table = super.createStandardAttributeTable(parameters);
					table.remove(org.bouncycastle.asn1.cms.CMSAttributes.signingTime);
					return table;
				}
			});
			generator.addSignerInfoGenerator(info.build(new JcaContentSignerBuilder("SHA256withECDSA").build(sealKey.getPrivate()), sealCertificate));
			generator.addCertificates(new JcaCertStore(List.of(sealCertificate, city.ca)));
			return generator.generate(new CMSProcessableByteArray(content), false).getEncoded("DER");
		} catch (Exception e) {
			throw new IllegalStateException(e);
		}
	}

	static BufferedImage picture(String text, int side) {
		try {
			var matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, side, side,
					Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4));
			return MatrixToImageWriter.toBufferedImage(matrix);
		} catch (WriterException e) {
			throw new IllegalStateException(e);
		}
	}

	static byte[] file(BufferedImage image, String format) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		if (!ImageIO.write(image, format, out))
			throw new IOException(format);
		return out.toByteArray();
	}
}
