package org.nafidha.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/**
 * An issued document whose seal, code and data were checked against each other.
 *
 * @param pdf hash of the whole file
 * @param fields hash over the canonical JSON of the data's fields
 * @param sealedAt the time of signing, as the seal covers it
 */
public record SealedPdf(Claims claims, Hash pdf, Hash fields, Instant sealedAt) {
	private static final byte[] DATA_TYPE = SealedBytes.ascii("/NafidhaData");
	/** Tried in turn: a code of 30 mm has up to a hundred modules a side. */
	private static final int[] DPI = {300, 400, 200};

	static SealedPdf check(byte[] file, Keys keys) throws Rejected {
		SealedBytes sealed = SealedBytes.read(file);
		Seal seal = Seal.check(sealed, keys);
		try (PDDocument pdf = Loader.loadPDF(file)) {
			Instant sealedAt = signingTime(pdf, sealed);
			seal.checkTime(sealedAt, keys.crl());
			byte[] data = data(pdf, file);
			Claims claims = CodeReader.check(code(pdf), keys);
			Hash fields = agree(data, claims);
			return new SealedPdf(claims, Hash.over(file), fields, sealedAt);
		} catch (IOException | RuntimeException e) {
			throw new Rejected(Cause.PDF_BROKEN, Map.of("detail", String.valueOf(e.getMessage())));
		}
	}

	private static Instant signingTime(PDDocument pdf, SealedBytes sealed) throws Rejected, IOException {
		List<PDSignature> signatures = pdf.getSignatureDictionaries();
		if (signatures.size() != 1)
			throw new Rejected(Cause.PDF_MANY_SEALS);
		PDSignature signature = signatures.getFirst();
		int[] range = signature.getByteRange();
		Calendar date = signature.getSignDate();
		if (range.length != 4 || range[1] != sealed.gapStart() || range[2] != sealed.gapEnd() || date == null
				|| !"ETSI.CAdES.detached".equals(signature.getSubFilter()))
			throw new Rejected(Cause.PDF_SEAL_BROKEN);
		return date.toInstant();
	}

	/** The canonical data: the unfiltered page-piece stream of the catalog. */
	private static byte[] data(PDDocument pdf, byte[] file) throws Rejected, IOException {
		int at = SealedBytes.indexOf(file, DATA_TYPE, 0);
		if (at < 0 || SealedBytes.indexOf(file, DATA_TYPE, at + 1) >= 0)
			throw new Rejected(Cause.PDF_NO_DATA);
		@Nullable
		COSBase node = pdf.getDocumentCatalog().getCOSObject();
		for (String name : new String[]{"PieceInfo", "Nafidha", "Private"})
			node = node instanceof COSDictionary dictionary ? dictionary.getDictionaryObject(name) : null;
		if (!(node instanceof COSStream stream) || stream.getFilters() != null || !COSName.getPDFName("NafidhaData").equals(stream.getItem("Type")))
			throw new Rejected(Cause.PDF_NO_DATA);
		try (InputStream in = stream.createRawInputStream()) {
			return in.readAllBytes();
		}
	}

	private static String code(PDDocument pdf) throws Rejected, IOException {
		int last = pdf.getNumberOfPages() - 1;
		if (last < 0)
			throw new Rejected(Cause.PDF_NO_CODE);
		PDRectangle box = pdf.getPage(last).getCropBox();
		if (Math.max(box.getWidth(), box.getHeight()) > Limits.PAGE_SIDE_POINTS || pdf.getPage(last).getUserUnit() != 1)
			throw new Rejected(Cause.PDF_NO_CODE);
		PDFRenderer renderer = new PDFRenderer(pdf);
		for (int dpi : DPI) {
			@Nullable
			String code = Picture.code(renderer.renderImageWithDPI(last, dpi, ImageType.GRAY));
			if (code != null)
				return code;
		}
		throw new Rejected(Cause.PDF_NO_CODE);
	}

	/** The data must be what the code says it is, and say the same; returns the hash of its fields. */
	private static Hash agree(byte[] data, Claims claims) throws Rejected {
		if (!Hash.over(data).equals(claims.data()))
			throw new Rejected(Cause.PDF_DATA_DIFFERS);
		Json json = Json.parse(data, Cause.PDF_DATA_DIFFERS);
		boolean same = json.text("number").equals(claims.number()) && json.text("procedure").equals(claims.procedure())
				&& json.text("issuer").equals(claims.issuer()) && json.count("journalEntry") == claims.journalEntry()
				&& json.time("issuedAt").equals(claims.issuedAt())
				&& (json.textOrNull("expiresAt") == null
						? claims.expiresAt().isEmpty()
						: claims.expiresAt().equals(Optional.of(json.time("expiresAt"))));
		if (!same || !java.util.Arrays.equals(data, CanonicalJson.of(json.node(), Cause.PDF_DATA_DIFFERS)))
			throw new Rejected(Cause.PDF_DATA_DIFFERS);
		return Hash.over(CanonicalJson.of(json.object("fields").node(), Cause.PDF_DATA_DIFFERS));
	}
}
