package org.nafidha.console.internal;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import gg.jte.Content;

/** A QR code as an SVG within the page: one path, no style, so that the security policy lets it through. */
final class QrDrawing {

	private static final int DRAWN_PIXELS = 240;

	private QrDrawing() {
	}

	static Content of(String text) {
		BitMatrix modules = encode(text);
		StringBuilder path = new StringBuilder();
		for (int y = 0; y < modules.getHeight(); y++) {
			for (int x = 0; x < modules.getWidth(); x++) {
				if (modules.get(x, y)) {
					path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
				}
			}
		}
		String svg = "<svg width=\"" + DRAWN_PIXELS + "\" height=\"" + DRAWN_PIXELS + "\" viewBox=\"0 0 " + modules.getWidth() + " "
				+ modules.getHeight()
				+ "\" shape-rendering=\"crispEdges\" aria-hidden=\"true\"><path fill=\"#fff\" d=\"M0 0h" + modules.getWidth() + "v"
				+ modules.getHeight()
				+ "H0z\"/><path d=\"" + path + "\"/></svg>";
		return output -> output.writeContent(svg);
	}

	private static BitMatrix encode(String text) {
		try {
			return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 1, 1);
		} catch (WriterException e) {
			throw new IllegalArgumentException("too long for a QR code", e);
		}
	}
}
