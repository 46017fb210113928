package org.nafidha.verifier;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** Finds the code in a photograph or a drawn page. */
final class Picture {
	private static final Map<DecodeHintType, Object> HINTS = Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.POSSIBLE_FORMATS,
			List.of(BarcodeFormat.QR_CODE));
	/** The image is tried whole, then at these fractions: a blurred photograph often reads better when smaller. */
	private static final double[] SCALES = {1, 0.5, 0.25};

	private Picture() {
	}

	/** The text of the code in a PNG or JPEG file. */
	static String code(byte[] file, String format) throws Rejected {
		try {
			@Nullable
			String text = code(read(file, format));
			if (text == null)
				throw new Rejected(Cause.PICTURE_NO_CODE);
			return text;
		} catch (IOException | RuntimeException _) {
			throw new Rejected(Cause.PICTURE_BROKEN); // the JDK's readers answer damaged pictures with many exceptions
		}
	}

	/** The text of the first QR code found, or null. */
	static @Nullable String code(BufferedImage image) {
		for (double scale : SCALES) {
			LuminanceSource source = new BufferedImageLuminanceSource(scale == 1 ? image : scaled(image, scale));
			for (Binarizer binarizer : List.of(new HybridBinarizer(source), new GlobalHistogramBinarizer(source))) {
				try {
					return new QRCodeReader().decode(new BinaryBitmap(binarizer), HINTS).getText();
				} catch (ReaderException _) {
					// not found this way: the next one is tried, and null says that none was
				}
			}
		}
		return null;
	}

	private static BufferedImage read(byte[] file, String format) throws IOException, Rejected {
		ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
		try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
			reader.setInput(in, true, true);
			long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
			if (pixels > Limits.PICTURE_PIXELS)
				throw new Rejected(Cause.PICTURE_TOO_LARGE);
			int step = (int) Math.ceil(Math.sqrt((double) pixels / Limits.PICTURE_WORK_PIXELS));
			ImageReadParam param = reader.getDefaultReadParam();
			param.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
			return reader.read(0, param);
		} finally {
			reader.dispose();
		}
	}

	private static BufferedImage scaled(BufferedImage image, double scale) {
		int width = Math.max(1, (int) (image.getWidth() * scale));
		int height = Math.max(1, (int) (image.getHeight() * scale));
		BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
		Graphics2D graphics = small.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		graphics.drawImage(image, 0, 0, width, height, null);
		graphics.dispose();
		return small;
	}
}
