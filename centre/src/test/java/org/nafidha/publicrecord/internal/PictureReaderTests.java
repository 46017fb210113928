package org.nafidha.publicrecord.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;

class PictureReaderTests {
	private static final Duration LONG = Duration.ofSeconds(30);

	@Test
	void a_picture_full_of_corners_takes_no_longer_than_others() throws Exception {
		byte[] corners = Pictures.fullOfCorners();
		assertThat(corners).hasSizeLessThan(20_000);
		Instant start = Instant.now();
		assertThat(CodePicture.read(corners)).isEmpty();
		assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
	}

	@Test
	void who_comes_while_a_picture_takes_long_is_told_so_and_served_afterwards() throws Exception {
		CountDownLatch release = new CountDownLatch(1);
		PictureReader reader = new PictureReader(picture -> slow(picture, release), Duration.ofMillis(200));
		for (String picture : new String[]{"slow", "one", "two", "three", "four", "five", "six"}) {
			assertThat(reader.read(picture.getBytes(UTF_8))).as(picture).isEqualTo(Refusal.of("verify.picture-busy").asResult());
		}
		release.countDown();
		Instant start = Instant.now();
		Result<String> answer = reader.read("text".getBytes(UTF_8));
		while (!answer.equals(Result.ok("text")) && Duration.between(start, Instant.now()).compareTo(LONG) < 0) {
			answer = reader.read("text".getBytes(UTF_8));
		}
		assertThat(answer).isEqualTo(Result.ok("text"));
		reader.destroy();
	}

	@Test
	void a_code_is_read_and_a_picture_without_one_refused() throws Exception {
		PictureReader reader = new PictureReader(CodePicture::read, LONG);
		assertThat(reader.read(Pictures.file(code(500), "png"))).isEqualTo(Result.ok("NAF1:TEXT"));
		assertThat(reader.read(Pictures.blank(300, 300))).isEqualTo(Refusal.of("verify.no-code").asResult());
		reader.destroy();
	}

	@Test
	void a_progressive_jpeg_is_read_up_to_12_megapixels_and_others_up_to_60() throws Exception {
		assertThat(CodePicture.read(Pictures.jpeg(code(1_000), true))).contains("NAF1:TEXT");
		assertThat(CodePicture.read(Pictures.jpeg(code(3_600), true))).isEmpty();
		assertThat(CodePicture.read(Pictures.jpeg(code(3_600), false))).contains("NAF1:TEXT");
		assertThat(CodePicture.read(Pictures.file(code(7_700), "png"))).contains("NAF1:TEXT");
		assertThat(CodePicture.read(Pictures.file(code(7_800), "png"))).isEmpty();
	}

	/** Like ZXing it heeds no interruption. */
	private static Optional<String> slow(byte[] picture, CountDownLatch release) {
		while (new String(picture, UTF_8).equals("slow") && release.getCount() > 0) {
			Thread.onSpinWait();
		}
		return Optional.of(new String(picture, UTF_8));
	}

	private static BufferedImage code(int side) throws Exception {
		return MatrixToImageWriter.toBufferedImage(new QRCodeWriter().encode("NAF1:TEXT", BarcodeFormat.QR_CODE, side, side));
	}
}
