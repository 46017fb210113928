package org.nafidha.publicrecord.internal;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.ResultPointCallback;
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
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads the code in a photograph that somebody sent, for phones whose browser cannot do it itself. Bounded in pixels and in what may look
 * like a code, but still the work of seconds: {@link PictureReader} does it where it stops nobody else.
 */
final class CodePicture {

	private static final long MOST_PIXELS = 60_000_000L;
	/** Six bytes a pixel are held outside the heap until the last scan has come. */
	private static final long MOST_PIXELS_HELD_WHOLE = 12_000_000L;
	private static final long WORK_PIXELS = 8_000_000L;
	/** A photograph of a page has some dozens; the search tries every three of them together. */
	private static final int MOST_CORNERS = 400;

	/** So many corners of codes are no photograph of a document. */
	private static final class TooManyCorners extends RuntimeException {
		@java.io.Serial
		private static final long serialVersionUID = 1L;

		TooManyCorners() {
			super(null, null, false, false);
		}
	}

	private CodePicture() {
	}

	/** The text of the first code found; empty for a picture without one, too large, damaged, or none at all. */
	static Optional<String> read(byte[] file) {
		try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			return readers.hasNext() ? read(readers.next(), in, JpegScans.heldWhole(file) ? MOST_PIXELS_HELD_WHOLE : MOST_PIXELS) : Optional.empty();
		} catch (IOException | RuntimeException damaged) {
			// the readers of the JDK answer damaged pictures with many exceptions; to the sender all mean the same
			return Optional.empty();
		}
	}

	private static Optional<String> read(ImageReader reader, ImageInputStream in, long mostPixels) throws IOException {
		try {
			reader.setInput(in, true, true);
			long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
			if (pixels > mostPixels) {
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
				return Optional.of(new QRCodeReader().decode(new BinaryBitmap(binarizer), hints()).getText());
			} catch (ReaderException | TooManyCorners notFoundThisWay) {
				continue;
			}
		}
		return Optional.empty();
	}

	private static Map<DecodeHintType, Object> hints() {
		AtomicInteger corners = new AtomicInteger();
		ResultPointCallback count = corner -> {
			if (corners.incrementAndGet() > MOST_CORNERS) {
				throw new TooManyCorners();
			}
		};
		return Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.NEED_RESULT_POINT_CALLBACK, count);
	}
}
