package org.nafidha.publicrecord.internal;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Pictures that people, and others, send. */
final class Pictures {

	private static final int SIDE = 2828;
	private static final int CELL = 32;

	private Pictures() {
	}

	/** A few kilobytes full of corners of codes, in three sizes so that the search is never content: every three could belong together. */
	static byte[] fullOfCorners() throws IOException {
		BufferedImage image = white(SIDE, SIDE);
		Graphics2D pen = image.createGraphics();
		for (int y = 4; y + CELL < SIDE; y += CELL) {
			for (int x = 4; x + CELL < SIDE; x += CELL) {
				int dot = 2 + (x / CELL) % 3;
				square(pen, Color.BLACK, x, y, 7 * dot);
				square(pen, Color.WHITE, x + dot, y + dot, 5 * dot);
				square(pen, Color.BLACK, x + 2 * dot, y + 2 * dot, 3 * dot);
			}
		}
		pen.dispose();
		return file(image, "png");
	}

	static byte[] blank(int width, int height) throws IOException {
		return file(white(width, height), "png");
	}

	static byte[] jpeg(BufferedImage image, boolean progressive) throws IOException {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (var to = ImageIO.createImageOutputStream(out)) {
			ImageWriteParam param = writer.getDefaultWriteParam();
			param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
			writer.setOutput(to);
			writer.write(null, new IIOImage(image, null, null), param);
		} finally {
			writer.dispose();
		}
		return out.toByteArray();
	}

	private static BufferedImage white(int width, int height) {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
		square(image.createGraphics(), Color.WHITE, 0, 0, Math.max(width, height));
		return image;
	}

	private static void square(Graphics2D pen, Color colour, int x, int y, int side) {
		pen.setColor(colour);
		pen.fillRect(x, y, side, side);
	}

	static byte[] file(BufferedImage image, String format) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(image, format, out);
		return out.toByteArray();
	}
}
