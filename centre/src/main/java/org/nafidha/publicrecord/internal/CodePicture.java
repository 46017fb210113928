package org.nafidha.publicrecord.internal;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads the code in a photograph that somebody sent, for phones whose browser cannot do it itself. Bounded in pixels. */
final class CodePicture {

	private static final long MOST_PIXELS = 120_000_000L;
	private static final long WORK_PIXELS = 8_000_000L;

	private CodePicture() {
	}

	/** The text of the first code found; empty for a picture without one, too large, damaged, or none at all. */
	static Optional<String> read(byte[] file) {
		try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			return readers.hasNext() ? read(readers.next(), in) : Optional.empty();
		} catch (IOException | RuntimeException damaged) {
			// the readers of the JDK answer damaged pictures with many exceptions; to the sender all mean the same
			return Optional.empty();
		}
	}

	private static Optional<String> read(ImageReader reader, ImageInputStream in) throws IOException {
		try {
			reader.setInput(in, true, true);
			long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
			if (pixels > MOST_PIXELS) {
				return Optional.empty();
			}
			ImageReadParam param = reader.getDefaultReadParam();
			int step = Math.max(1, (int) Math.ceil(Math.sqrt((double) pixels / WORK_PIXELS)));
			param.setSourceSubsampling(step, step, 0, 0);
			return decode(reader.read(0, param));
		} finally {
			reader.dispose();
		}
	}

	private static Optional<String> decode(BufferedImage image) {
		LuminanceSource source = new BufferedImageLuminanceSource(image);
		for (Binarizer binarizer : List.of(new HybridBinarizer(source), new GlobalHistogramBinarizer(source))) {
			try {
				return Optional.of(new QRCodeReader().decode(new BinaryBitmap(binarizer), Map.of(DecodeHintType.TRY_HARDER, true)).getText());
			} catch (ReaderException notFoundThisWay) {
				continue;
			}
		}
		return Optional.empty();
	}
}
