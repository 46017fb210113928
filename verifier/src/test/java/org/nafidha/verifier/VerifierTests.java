package org.nafidha.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class VerifierTests {
	private static final TestCity CITY = new TestCity();
	private static final TestCity OTHER_CITY = new TestCity();

	private final TestDocument document = new TestDocument(CITY);

	@Test
	void a_document_as_issued_is_genuine() throws IOException {
		Finding finding = verify(document.pdf());
		assertThat(finding.cause()).as(finding.toString()).isEqualTo(Cause.DOCUMENT_GENUINE);
		assertThat(finding.subject().orElseThrow()).isInstanceOfSatisfying(Finding.OfDocument.class, found -> {
			assertThat(found.document().claims().number()).isEqualTo(TestDocument.NUMBER);
			assertThat(found.document().claims().fields().getFirst()).isEqualTo(new Claims.Field("العقار", "الثانية /2533/ /1+9/"));
			assertThat(found.document().sealedAt()).isEqualTo(document.sealedAt);
		});
		assertThat(finding.caveats()).containsExactly(Caveat.of(Caveat.Kind.REVOCATION_NOT_CHECKED));
	}

	@Test
	void the_code_is_genuine_as_text_as_png_and_as_a_turned_jpeg() throws IOException {
		String code = document.code();
		assertThat(verify(code.getBytes(StandardCharsets.US_ASCII)).cause()).isEqualTo(Cause.CODE_GENUINE);
		assertThat(verify((code + "\r\n").getBytes(StandardCharsets.US_ASCII)).cause()).isEqualTo(Cause.CODE_GENUINE);
		var picture = TestDocument.picture(code, 500);
		assertThat(verify(TestDocument.file(picture, "png")).cause()).isEqualTo(Cause.CODE_GENUINE);
		var photo = new java.awt.image.BufferedImage(1600, 1200, java.awt.image.BufferedImage.TYPE_INT_RGB);
		var graphics = photo.createGraphics();
		graphics.setColor(java.awt.Color.WHITE);
		graphics.fillRect(0, 0, 1600, 1200);
		graphics.rotate(Math.toRadians(27), 800, 600);
		graphics.drawImage(picture, 550, 350, null);
		graphics.dispose();
		assertThat(verify(TestDocument.file(photo, "jpeg")).cause()).isEqualTo(Cause.CODE_GENUINE);
	}

	@Test
	void a_document_holds_until_its_time_is_over_and_no_longer() throws IOException {
		document.expiresAt = Optional.of(TestCity.NOW.plusSeconds(1));
		document.expiresAtInData = document.expiresAt;
		assertThat(verify(document.pdf()).cause()).isEqualTo(Cause.DOCUMENT_GENUINE);
		document.expiresAt = Optional.of(TestCity.NOW);
		document.expiresAtInData = document.expiresAt;
		Finding over = verify(document.pdf());
		assertThat(over.cause()).isEqualTo(Cause.DOCUMENT_EXPIRED);
		assertThat(over.verdict().exitCode()).isEqualTo(1);
		assertThat(over.values()).containsEntry("at", "2026-11-23 12:00 UTC");
		assertThat(verify(document.code().getBytes(StandardCharsets.US_ASCII)).cause()).isEqualTo(Cause.DOCUMENT_EXPIRED);
	}

	@Test
	void code_and_data_must_say_the_same_of_its_end() throws IOException {
		document.expiresAt = Optional.of(TestCity.NOW.plusSeconds(60));
		assertThat(verify(document.pdf()).cause()).as("only in the code").isEqualTo(Cause.PDF_DATA_DIFFERS);
		document.expiresAtInData = Optional.of(TestCity.NOW.plusSeconds(61));
		assertThat(verify(document.pdf()).cause()).as("another one in the data").isEqualTo(Cause.PDF_DATA_DIFFERS);
		document.expiresAt = Optional.empty();
		assertThat(verify(document.pdf()).cause()).as("only in the data").isEqualTo(Cause.PDF_DATA_DIFFERS);
	}

	@Test
	void anything_appended_to_a_document_is_an_alteration() throws IOException {
		byte[] pdf = document.pdf();
		assertThat(verify(TestCity.concat(pdf, new byte[]{'\n'})).cause()).isEqualTo(Cause.PDF_AFTER_SEAL);
		assertThat(verify(Arrays.copyOf(pdf, pdf.length - 1)).cause()).isEqualTo(Cause.PDF_AFTER_SEAL);
		assertThat(verify(document.seal(pdf)).cause()).isEqualTo(Cause.PDF_MANY_SEALS);
	}

	@Test
	void a_document_without_seal_or_with_a_foreign_one_is_unknown() throws IOException {
		assertThat(verify(document.unsealed()).cause()).isEqualTo(Cause.PDF_NO_SEAL);
		assertThat(verify(new TestDocument(OTHER_CITY).pdf()).cause()).isEqualTo(Cause.SEAL_FOREIGN);
		document.sealCertificate = TestCity.certificate("Self", OTHER_CITY.sealKey, "Self", OTHER_CITY.sealKey, false, TestCity.NOW);
		document.sealKey = OTHER_CITY.sealKey;
		assertThat(verify(document.pdf()).cause()).isEqualTo(Cause.SEAL_FOREIGN);
		// the right names, but not the authority's signature
		document.sealCertificate = TestCity.certificate("City Seal", OTHER_CITY.sealKey, "Test CA", OTHER_CITY.caKey, false, TestCity.NOW);
		assertThat(verify(document.pdf()).cause()).isEqualTo(Cause.SEAL_FOREIGN);
	}

	@Test
	void the_authority_itself_and_other_curves_cannot_seal() throws IOException {
		document.sealKey = CITY.caKey;
		document.sealCertificate = CITY.ca;
		assertThat(verify(document.pdf()).cause()).isEqualTo(Cause.SEAL_FOREIGN);
		document.sealKey = TestCity.ec("secp384r1");
		document.sealCertificate = TestCity.certificate("Odd", document.sealKey, "Test CA", CITY.caKey, false,
				TestCity.NOW.minus(Duration.ofDays(9)));
		assertThat(verify(document.pdf()).cause()).isEqualTo(Cause.SEAL_FOREIGN);
	}

	@Test
	void the_key_of_codes_cannot_seal_although_the_authority_vouches_for_it() throws IOException {
		document.sealKey = CITY.codeKey;
		document.sealCertificate = TestCity.certificate("Document codes", CITY.codeKey, "Test CA", CITY.caKey, false,
				TestCity.NOW.minus(Duration.ofDays(9)));
		assertThat(verify(document.pdf()).cause()).isEqualTo(Cause.SEAL_FOREIGN);
	}

	@Test
	void the_city_certificate_with_another_key_is_no_seal() throws IOException {
		document.sealKey = OTHER_CITY.sealKey;
		assertThat(verify(document.pdf()).cause()).isEqualTo(Cause.PDF_SIGNATURE);
	}

	@Test
	void a_seal_dated_outside_its_certificate_is_unknown() throws IOException {
		document.sealedAt = TestCity.NOW.minus(Duration.ofDays(40));
		assertThat(verify(document.pdf()).cause()).isEqualTo(Cause.SEAL_PERIOD);
	}

	@Test
	void a_withdrawn_seal_revokes_unless_it_was_merely_replaced_later() throws IOException {
		byte[] pdf = document.pdf();
		Instant after = TestDocument.ISSUED.plusSeconds(60);
		Instant before = TestDocument.ISSUED.minusSeconds(60);
		int superseded = 4;
		int keyCompromise = 1;
		assertThat(verify(pdf, keysWithRevokedSeal(after, superseded)).cause()).isEqualTo(Cause.DOCUMENT_GENUINE);
		assertThat(verify(pdf, keysWithRevokedSeal(before, superseded)).cause()).isEqualTo(Cause.SEAL_REVOKED);
		assertThat(verify(pdf, keysWithRevokedSeal(after, keyCompromise)).cause()).isEqualTo(Cause.SEAL_REVOKED);
		assertThat(verify(pdf, keysWithRevokedSeal(after, 0)).cause()).isEqualTo(Cause.SEAL_REVOKED);
	}

	@Test
	void an_old_crl_is_said_and_not_held_against_the_document() throws IOException {
		byte[] keys = CITY.keysJson(CITY.crl(TestCity.NOW.minusSeconds(60), Optional.empty(), 0), Instant.EPOCH, Optional.empty());
		Finding finding = verify(document.pdf(), keys);
		assertThat(finding.cause()).isEqualTo(Cause.DOCUMENT_GENUINE);
		assertThat(finding.caveats()).extracting(Caveat::kind).contains(Caveat.Kind.CRL_STALE);
		assertThat(verifier(keys, Optional.empty(), true).verify("x", document.pdf()).cause()).isEqualTo(Cause.NOT_CHECKED);
	}

	@Test
	void data_that_contradict_the_code_are_an_alteration() throws IOException {
		document.numberInData = "TRS-2026-018443-4";
		assertThat(verify(document.pdf()).cause()).isEqualTo(Cause.PDF_DATA_DIFFERS);
	}

	@Test
	void a_sealed_file_without_code_or_of_another_city_s_code_is_not_genuine() throws IOException {
		document.withCode = false;
		assertThat(verify(document.pdf()).cause()).isEqualTo(Cause.PDF_NO_CODE);
	}

	@Test
	void a_code_counts_only_from_a_known_key_in_its_time_and_for_its_issuer() {
		byte[] code = document.code().getBytes(StandardCharsets.US_ASCII);
		assertThat(verify(new TestDocument(OTHER_CITY).code().getBytes(StandardCharsets.US_ASCII)).cause()).isEqualTo(Cause.CODE_KEY_UNKNOWN);
		byte[] crl = CITY.crl(TestCity.NOW.plusSeconds(60), Optional.empty(), 0);
		assertThat(verify(code, CITY.keysJson(crl, TestDocument.ISSUED.plusSeconds(1), Optional.empty())).cause()).isEqualTo(Cause.CODE_KEY_PERIOD);
		assertThat(verify(code, CITY.keysJson(crl, Instant.EPOCH, Optional.of(TestDocument.ISSUED))).cause()).isEqualTo(Cause.CODE_KEY_PERIOD);
		assertThat(verify(code, CITY.keysJson(crl, TestDocument.ISSUED, Optional.empty())).cause()).isEqualTo(Cause.CODE_GENUINE);
		byte[] claims = TestCode.claims("nafidha:elsewhere", TestDocument.ISSUED, "X-1", Hash.over(), 1, false);
		assertThat(verify(signed(claims)).cause()).isEqualTo(Cause.CODE_ISSUER);
	}

	@Test
	void a_signature_by_another_key_under_our_kid_is_an_alteration() {
		byte[] claims = TestCode.claims(TestCity.ISSUER, TestDocument.ISSUED, "X-1", Hash.over(), 1, false);
		String forged = TestCode.sign(claims, CITY.kid(), OTHER_CITY.codeKey.getPrivate());
		assertThat(verify(forged.getBytes(StandardCharsets.US_ASCII)).cause()).isEqualTo(Cause.CODE_SIGNATURE);
		byte[] zeros = TestCode.cose(claims, CITY.kid(), new byte[64]);
		assertThat(verify((CodeReader.PREFIX + TestCode.base45(zeros)).getBytes(StandardCharsets.US_ASCII)).cause()).isEqualTo(Cause.CODE_SIGNATURE);
	}

	@Test
	void a_demonstration_document_says_so() {
		document.demonstration = true;
		assertThat(verify(document.code().getBytes(StandardCharsets.US_ASCII)).caveats()).extracting(Caveat::kind)
				.contains(Caveat.Kind.DEMONSTRATION, Caveat.Kind.CODE_COVERS_ONLY);
	}

	@Test
	void a_revoked_number_is_revoked_as_paper_and_as_file() throws IOException, Rejected {
		RevocationList list = RevocationList.parse(CITY.revokedJson(TestCity.NOW, TestDocument.NUMBER), CITY.keys());
		Verifier verifier = verifier(CITY.keysJson(), Optional.of(list), false);
		assertThat(verifier.verify("x", document.pdf()).cause()).isEqualTo(Cause.DOCUMENT_REVOKED);
		assertThat(verifier.verify("x", document.code().getBytes(StandardCharsets.US_ASCII)).verdict()).isEqualTo(Verdict.REVOKED);
		document.number = "TRS-2026-018444-2";
		document.numberInData = document.number;
		assertThat(verifier.verify("x", document.pdf()).caveats()).extracting(Caveat::kind).containsExactly(Caveat.Kind.REVOCATION_AS_OF);
	}

	@Test
	void a_receipt_proves_its_entry_at_every_position_and_nothing_else() {
		for (int others : new int[]{0, 1, 6, 12}) {
			for (int position = 0; position <= others; position++) {
				byte[] receipt = new TestJournal(CITY, others, 5).receipt(TestJournal.entry(Receipt.ISSUED, TestDocument.NUMBER, TestDocument.ENTRY),
						position);
				assertThat(verify(receipt).cause()).isEqualTo(Cause.RECEIPT_GENUINE);
				assertThat(verify(replaced(receipt, "\"system\"", "\"sistem\"")).cause()).isEqualTo(Cause.RECEIPT_PROOF);
				assertThat(verify(replaced(receipt, "\"position\":" + position, "\"position\":" + (position + 1))).verdict())
						.isEqualTo(Verdict.ALTERED);
			}
		}
	}

	@Test
	void a_receipt_signed_before_the_journals_key_was_replaced_stays_good_up_to_that_size() {
		byte[] receipt = new TestJournal(OTHER_CITY, 3, 5).receipt(TestJournal.entry(Receipt.ISSUED, TestDocument.NUMBER, 1), 2);
		assertThat(judged(receipt, 4)).isEqualTo(Cause.RECEIPT_GENUINE);
		assertThat(judged(receipt, 3)).isEqualTo(Cause.RECEIPT_ORIGIN);
		assertThat(judged(new TestJournal(CITY, 3, 5).receipt(TestJournal.entry(Receipt.ISSUED, TestDocument.NUMBER, 1), 2), 3))
				.isEqualTo(Cause.RECEIPT_GENUINE);
	}

	@Test
	void a_receipt_of_another_journal_is_unknown() {
		byte[] receipt = new TestJournal(OTHER_CITY, 3, 5).receipt(TestJournal.entry(Receipt.ISSUED, TestDocument.NUMBER, 1), 2);
		assertThat(verify(receipt).cause()).isEqualTo(Cause.RECEIPT_ORIGIN);
	}

	@Test
	void an_entry_with_members_of_its_own_or_fractions_is_broken() {
		ObjectNode entry = TestJournal.entry(Receipt.ISSUED, TestDocument.NUMBER, 1);
		entry.put("note", "x");
		assertThat(verify(new TestJournal(CITY, 3, 5).receipt(entry, 2)).cause()).isEqualTo(Cause.RECEIPT_BROKEN);
		byte[] receipt = new TestJournal(CITY, 3, 5).receipt(TestJournal.entry(Receipt.ISSUED, TestDocument.NUMBER, 1), 2);
		assertThat(verify(replaced(receipt, "\"id\":1", "\"id\":1.0")).cause()).isEqualTo(Cause.RECEIPT_BROKEN);
		assertThat(verify(replaced(receipt, "\"treeSize\":4", "\"treeSize\":4,\"treeSize\":4")).verdict()).isEqualTo(Verdict.UNREADABLE);
	}

	@Test
	void hostile_files_are_unreadable_and_never_more() throws IOException {
		byte[] nest = new byte[500_000];
		Arrays.fill(nest, (byte) '[');
		byte[] deep = "{\"a\":".repeat(5_000).getBytes(StandardCharsets.US_ASCII);
		byte[] cbor = new byte[1_800];
		Arrays.fill(cbor, (byte) 0x81);
		assertThat(verify(nest).verdict()).isEqualTo(Verdict.UNREADABLE);
		assertThat(verify(deep).cause()).isEqualTo(Cause.JSON_BROKEN);
		assertThat(verify((CodeReader.PREFIX + TestCode.base45(cbor)).getBytes(StandardCharsets.US_ASCII)).cause()).isEqualTo(Cause.CODE_BROKEN);
		assertThat(verify(new byte[0]).cause()).isEqualTo(Cause.FILE_KIND);
		assertThat(verify(Arrays.copyOf(Content.PNG, 100)).cause()).isEqualTo(Cause.PICTURE_BROKEN);
		assertThat(verify(Arrays.copyOf(Content.JPEG, 100)).cause()).isEqualTo(Cause.PICTURE_BROKEN);
		assertThat(verify(TestDocument.file(TestDocument.picture("https://example.org", 300), "png")).cause()).isEqualTo(Cause.CODE_FOREIGN);
		assertThat(verify(TestDocument.file(new java.awt.image.BufferedImage(9, 9, 1), "png")).cause()).isEqualTo(Cause.PICTURE_NO_CODE);
	}

	@Test
	void a_picture_that_claims_a_giant_size_is_not_unpacked() throws IOException {
		byte[] png = TestDocument.file(new java.awt.image.BufferedImage(9, 9, 1), "png");
		java.nio.ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
		java.util.zip.CRC32 crc = new java.util.zip.CRC32();
		crc.update(png, 12, 17);
		java.nio.ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
		assertThat(verify(png).cause()).isEqualTo(Cause.PICTURE_TOO_LARGE);
	}

	@Test
	void a_bomb_in_a_pdf_is_never_unpacked_because_its_seal_comes_first() throws IOException {
		var packed = new java.io.ByteArrayOutputStream();
		try (var deflater = new DeflaterOutputStream(packed)) {
			for (int i = 0; i < 30; i++)
				deflater.write(new byte[1 << 20]);
		}
		byte[] head = ("%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N 1/First 5/Filter/FlateDecode/Length " + packed.size() + ">>\nstream\n")
				.getBytes(StandardCharsets.US_ASCII);
		byte[] bomb = TestCity.concat(head, packed.toByteArray(), "\nendstream\nendobj\n".getBytes(StandardCharsets.US_ASCII));
		assertThat(verify(bomb).cause()).isEqualTo(Cause.PDF_NO_SEAL);
		byte[] withRange = TestCity.concat(bomb, "/ByteRange [0 10 20 999999999]".getBytes(StandardCharsets.US_ASCII));
		assertThat(verify(withRange).cause()).isEqualTo(Cause.PDF_AFTER_SEAL);
	}

	private static byte[] signed(byte[] claims) {
		return TestCode.sign(claims, CITY.kid(), CITY.codeKey.getPrivate()).getBytes(StandardCharsets.US_ASCII);
	}

	private static byte[] replaced(byte[] json, String from, String to) {
		String text = new String(json, StandardCharsets.UTF_8);
		assertThat(text).contains(from);
		return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] keysWithRevokedSeal(Instant at, int reason) {
		return CITY.keysJson(CITY.crl(TestCity.NOW.plusSeconds(60), Optional.of(at), reason), Instant.EPOCH, Optional.empty());
	}

	/** With the other city's journal key as the one before, replaced at that size. */
	private static Cause judged(byte[] receipt, int until) {
		String keys = new String(CITY.keysJson(), StandardCharsets.UTF_8).replace("\"journal\":",
				"\"journalBefore\":[{\"key\":\"" + OTHER_CITY.vkey() + "\",\"until\":" + until + "}],\"journal\":");
		return verify(receipt, keys.getBytes(StandardCharsets.UTF_8)).cause();
	}

	private static Finding verify(byte[] content) {
		return verify(content, CITY.keysJson());
	}

	private static Finding verify(byte[] content, byte[] keys) {
		return verifier(keys, Optional.empty(), false).verify("x", content);
	}

	private static Verifier verifier(byte[] keys, Optional<RevocationList> list, boolean strict) {
		try {
			return new Verifier(Keys.parse(keys), new Revocations(list, Optional.empty()), InstantSource.fixed(TestCity.NOW), strict);
		} catch (Rejected e) {
			throw new IllegalStateException(e);
		}
	}
}
