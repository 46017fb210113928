package org.nafidha.documents.paper;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** A QR code of level M as squares. */
final class QrCode {

	/** The smallest module that cheap printers and old cameras manage; docs/formats.md section 1. */
	static final double SMALLEST_MODULE_MM = 0.33;

	private final ByteMatrix modules;

	QrCode(String text) {
		try {
			this.modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
		} catch (WriterException e) {
			throw new IllegalArgumentException("the code is too long for a QR code: " + text.length() + " characters", e);
		}
		double moduleMm = Look.CODE_SIZE / Look.MM / modules.getWidth();
		if (moduleMm < SMALLEST_MODULE_MM) {
			throw new IllegalArgumentException("a code of " + text.length() + " characters would need modules of " + moduleMm + " mm");
		}
	}

	/** Modules on a side, without the quiet zone. */
	int size() {
		return modules.getWidth();
	}

	/** Dark modules, joined along rows so that no seam shows between them. */
	Path2D drawn(double left, double top, double side) {
		double module = side / size();
		Path2D dark = new Path2D.Double();
		for (int y = 0; y < size(); y++) {
			int x = 0;
			while (x < size()) {
				int start = x;
				while (x < size() && modules.get(x, y) == 1) {
					x++;
				}
				if (x > start) {
					dark.append(new Rectangle2D.Double(left + start * module, top + y * module, (x - start) * module, module), false);
				}
				x++;
			}
		}
		return dark;
	}
}
