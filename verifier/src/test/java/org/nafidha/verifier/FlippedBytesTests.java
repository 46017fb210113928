package org.nafidha.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One changed byte, wherever it is, is never genuine. The seed is printed, and part of every failure. */
class FlippedBytesTests {
	private static final TestCity CITY = new TestCity();
	private static final int PDF_FLIPS = 600;

	private final long seed = Long.getLong("nafidha.seed", System.nanoTime());
	private final Random random = new Random(seed);
	private final Verifier verifier = new Verifier(CITY.keys(), new Revocations(Optional.empty(), Optional.empty()),
			InstantSource.fixed(TestCity.NOW), false);

	@BeforeEach
	void print_the_seed() {
		System.out.println("flipped bytes: -Dnafidha.seed=" + seed);
	}

	@Test
	void in_what_the_seal_of_a_document_covers() throws IOException, Rejected {
		byte[] pdf = new TestDocument(CITY).pdf();
		assertThat(verifier.verify("whole", pdf).verdict()).isEqualTo(Verdict.GENUINE);
		SealedBytes sealed = SealedBytes.read(pdf);
		for (int i = 0; i < PDF_FLIPS; i++) {
			int at = random.nextInt(pdf.length);
			if (at < sealed.gapStart() || at >= sealed.gapEnd())
				flip(pdf, at);
		}
	}

	@Test
	void in_the_brackets_the_padding_and_the_signed_part_of_the_seal() throws IOException, Rejected {
		byte[] pdf = new TestDocument(CITY).pdf();
		SealedBytes sealed = SealedBytes.read(pdf);
		int end = sealed.gapStart() + 1 + 2 * sealed.cms().length;
		flip(pdf, sealed.gapStart());
		flip(pdf, sealed.gapEnd() - 1);
		for (int i = 0; i < 50; i++)
			flip(pdf, end + random.nextInt(sealed.gapEnd() - 1 - end));
		// the signature value is the last thing in the CMS
		for (int i = 0; i < 100; i++)
			flip(pdf, end - 1 - random.nextInt(128), 'f' - '0' & 0x0F | 1);
	}

	@Test
	void in_every_character_of_a_code() {
		byte[] code = new TestDocument(CITY).code().getBytes(StandardCharsets.US_ASCII);
		assertThat(verifier.verify("whole", code).verdict()).isEqualTo(Verdict.GENUINE);
		for (int at = 0; at < code.length; at++)
			flip(code, at);
	}

	@Test
	void in_every_byte_of_a_receipt() {
		byte[] receipt = new TestJournal(CITY, 9, 7).receipt(TestJournal.entry(Receipt.ISSUED, TestDocument.NUMBER, TestDocument.ENTRY), 4);
		assertThat(verifier.verify("whole", receipt).verdict()).isEqualTo(Verdict.GENUINE);
		for (int at = 0; at < receipt.length; at++)
			flip(receipt, at);
	}

	@Test
	void in_every_byte_of_the_list_of_revoked_documents() {
		byte[] list = CITY.revokedJson(TestCity.NOW, "A-1", "B-2");
		Keys keys = CITY.keys();
		for (int at = 0; at < list.length; at++) {
			byte[] changed = list.clone();
			changed[at] ^= (byte) (1 << random.nextInt(8));
			try {
				RevocationList.parse(changed, keys);
				throw new AssertionError("accepted with byte " + at + " changed, seed " + seed);
			} catch (Rejected expected) {
				assertThat(expected.reason().verdict()).isEqualTo(Verdict.UNREADABLE);
			}
		}
	}

	private void flip(byte[] whole, int at) {
		flip(whole, at, 1 << random.nextInt(8));
	}

	private void flip(byte[] whole, int at, int mask) {
		byte[] changed = whole.clone();
		changed[at] ^= (byte) mask;
		// two ways to write one hexadecimal digit are one value
		if (Character.toLowerCase(changed[at]) == Character.toLowerCase(whole[at]) && Character.isLetter(whole[at]) && mask == 0x20
				&& whole[0] == '%')
			return;
		Finding finding = verifier.verify("flipped", changed);
		assertThat(finding.verdict()).as("byte %d, mask %d, seed %d", at, mask, seed).isNotEqualTo(Verdict.GENUINE);
	}
}
