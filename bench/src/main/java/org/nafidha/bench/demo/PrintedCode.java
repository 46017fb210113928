package org.nafidha.bench.demo;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Reads the code on a document as a telephone does: from pictures of its last page, some nearer and some farther. */
final class PrintedCode {

	private static final List<Integer> DOTS_PER_INCH = List.of(300, 400, 200);
	private static final Map<DecodeHintType, Object> HINTS = Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE);

	private PrintedCode() {
	}

	static String read(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			PDFRenderer renderer = new PDFRenderer(document);
			for (int dpi : DOTS_PER_INCH) {
				LuminanceSource picture = new BufferedImageLuminanceSource(
						renderer.renderImageWithDPI(document.getNumberOfPages() - 1, dpi, ImageType.GRAY));
				Optional<String> text = text(new HybridBinarizer(picture)).or(() -> text(new GlobalHistogramBinarizer(picture)));
				if (text.isPresent()) {
					return text.get();
				}
			}
		}
		throw new IOException("no code can be read on the document's last page");
	}

	private static Optional<String> text(Binarizer picture) {
		try {
			return Optional.of(new QRCodeReader().decode(new BinaryBitmap(picture), HINTS).getText());
		} catch (ReaderException notInThisOne) {
			return Optional.empty();
		}
	}
}
