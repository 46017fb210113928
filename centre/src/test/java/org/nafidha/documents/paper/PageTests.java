package org.nafidha.documents.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class PageTests {

	private static final Composer COMPOSER = new Composer();
	private static final Template STATEMENT = Template.named("temporary-register-statement");
	private static final Template VIOLATIONS = Template.named("violations-statement");

	/** What stands on the sample pages and is easily spoilt: marks, lam-alef, fractions, references among Arabic words. */
	private static final List<String> HARD = List.of("مُحَمَّدٌ أمين بن لؤي آل جلال", "التمام", "حكم محكمة البداية المدنية", "TRS-2026-018442-6",
			"لا توجد على هذه الصحيفة إشارة رهن أو دعوى أو حجز أو منع تصرّف حتى تاريخه", "/2533/", "https://nafidha.aleppo.example/verify");

	@ParameterizedTest
	@ValueSource(strings = {"plain", "sole owner", "seventy owners", "violations", "no violation"})
	void everyDocumentConformsToPdfA2aAndPdfUa1(String which) throws Exception {
		byte[] pdf = sample(which);
		assertThat(Read.objections(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
		assertThat(Read.objections(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
	}

	@Test
	void aFileWithoutItsTagsDoesNotPassTheConformanceCheck() throws Exception {
		ByteArrayOutputStream untagged = new ByteArrayOutputStream();
		try (PDDocument document = Loader.loadPDF(sample("plain"))) {
			document.getDocumentCatalog().getCOSObject().removeItem(COSName.STRUCT_TREE_ROOT);
			document.save(untagged);
		}
		assertThat(Read.objections(untagged.toByteArray(), PDFAFlavour.PDFA_2_A)).isNotEmpty();
		assertThat(Read.objections(untagged.toByteArray(), PDFAFlavour.PDFUA_1)).isNotEmpty();
	}

	@Test
	void pdfBoxReadsTheExactText() throws Exception {
		assertThat(Read.text(sample("sole owner"))).contains("التمام، 2400", "TRS-2026-018442-6", "/2533/", "لا توجد على هذه الصحيفة إشارة رهن");
		assertThat(Read.text(sample("seventy owners"))).contains("34 2/7", "(Al-Kayyal)", "(Citizen Service Center)", "عبد القادر الحلبي");
	}

	@Test
	void popplerReadsTheExactText() throws Exception {
		Optional<String> text = Read.popplerText(sample("sole owner"));
		assumeTrue(text.isPresent(), "pdftotext is not installed here");
		assertThat(text.orElseThrow()).contains(HARD);
		assertThat(Read.popplerText(sample("seventy owners")).orElseThrow()).contains("34 2/7", "مصطفى آغا الكيّال", "1204-B/2020",
				"المحضر (الجار الغربي) /2534/");
	}

	@Test
	void theStructureTreeReadsInOrderWithHeadersAndFigure() throws Exception {
		List<String> nodes = Read.structure(sample("sole owner"));
		assertThat(nodes).containsSubsequence("Document", "P الجمهورية العربية السورية محافظة حلب · مجلس مدينة حلب مديرية السجل المؤقت",
				"Lbl رقم الوثيقة", "LBody TRS-2026-018442-6", "H1 بيان سجل مؤقت", "Lbl المحضر", "LBody /2533/", "H2 المالكون", "Table", "THead", "TR",
				"TH الاسم والنسبة واسم الأب", "TH السهام من 2400", "TBody", "TR", "TD مُحَمَّدٌ أمين بن لؤي آل جلال", "TD التمام، 2400",
				"TD حكم محكمة البداية المدنية الأولى بحلب، أساس 2044 قرار 318/2014", "H2 الحقوق", "H2 الإشارات",
				"Figure رمز التحقق من الوثيقة TRS-2026-018442-6، يُقرأ بكاميرا الهاتف");
	}

	@Test
	void aLetterThatNoFontHasStopsTheDocument() {
		for (String letter : List.of("中", "😀", "\u0CA4")) {
			Map<String, Object> values = Samples.statement();
			values.put("description", "دار " + letter);
			assertThatThrownBy(() -> COMPOSER.compose(STATEMENT, values, Samples.imprint())).isInstanceOf(MissingGlyph.class)
					.hasMessageContaining(String.format("U+%04X", letter.codePointAt(0)));
			assertThatThrownBy(() -> COMPOSER.check(STATEMENT, values)).isInstanceOf(MissingGlyph.class);
		}
	}

	@Test
	void aMissingValueStopsTheDocument() {
		Map<String, Object> values = Samples.statement();
		values.remove("area");
		assertThatThrownBy(() -> COMPOSER.check(STATEMENT, values)).hasMessageContaining("area");
	}

	@Test
	void theSameContentGivesTheSameFile() {
		assertThat(COMPOSER.compose(STATEMENT, Samples.manyOwners(), Samples.imprint()))
				.isEqualTo(new Composer().compose(STATEMENT, Samples.manyOwners(), Samples.imprint()));
	}

	@Test
	void documentsAreMadeAtTheSameTimeFromOneTemplate() throws Exception {
		byte[] alone = COMPOSER.compose(STATEMENT, Samples.statement(), Samples.imprint());
		Composer composer = new Composer();
		Template template = Template.named("temporary-register-statement");
		CountDownLatch together = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
			List<Future<byte[]>> made = IntStream.range(0, 32).mapToObj(i -> threads.submit(() -> {
				together.await();
				return composer.compose(template, Samples.statement(), Samples.imprint());
			})).toList();
			together.countDown();
			for (Future<byte[]> one : made) {
				assertThat(one.get()).isEqualTo(alone);
			}
		}
	}

	@Test
	void tablesAreMirroredAndReferencesAreNot() throws Exception {
		byte[] pdf = sample("plain");
		double name = x(pdf, "محمد");
		double shares = x(pdf, "1600");
		double since = x(pdf, "2011-09-04");
		assertThat(name).isGreaterThan(shares);
		assertThat(shares).isGreaterThan(since);
		for (String reference : List.of("/1+9/", "412/2011", "2011-09-04", "TRS-2026-018442-6", "SM-004127")) {
			assertThat(x(pdf, reference)).as(reference + " from left to right").isPositive();
		}
	}

	@Test
	void aValueCannotTurnTheTextAroundIt() throws Exception {
		Map<String, Object> values = Samples.statement();
		values.put("description", "\u202Eدار\u202D 118\u2069 (Flat 3\u2066)");
		byte[] pdf = COMPOSER.compose(STATEMENT, values, Samples.imprint());
		assertThat(Read.structure(pdf)).contains("LBody دار 118 (Flat 3)", "LBody /2533/");
	}

	@Test
	void aLongTableRepeatsItsHeadAndOnlyTheLastPageCarriesTheCode() throws Exception {
		byte[] pdf = sample("seventy owners");
		int pages = Read.pages(pdf);
		assertThat(pages).isGreaterThanOrEqualTo(3);
		try (PDDocument document = Loader.loadPDF(pdf)) {
			for (int page = 1; page <= pages; page++) {
				PDFTextStripper stripper = new PDFTextStripper();
				stripper.setSortByPosition(true);
				stripper.setStartPage(page);
				stripper.setEndPage(page);
				String text = stripper.getText(document);
				assertThat(text).contains("صفحة " + page + " من " + pages, "TRS-2026-018442-6");
				assertThat(text.contains("السهام من")).as("head of the owners' table on page " + page).isEqualTo(text.contains("عبد القادر الحلبي"));
				assertThat(text.contains("ختم إلكتروني")).as("foot on page " + page).isEqualTo(page == pages);
			}
		}
		assertThat(Read.structure(pdf).stream().filter("TH السند"::equals).count()).as("repeated heads are not read out again").isEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(ints = {150, 200, 300})
	void thePrintedCodeIsReadFromAScan(int dpi) throws Exception {
		byte[] pdf = sample("seventy owners");
		var scan = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(Read.picture(pdf, Read.pages(pdf) - 1, dpi))));
		assertThat(new QRCodeReader().decode(scan, Map.of(DecodeHintType.TRY_HARDER, true)).getText()).isEqualTo(Samples.imprint().code());
	}

	@Test
	void aCodeWithModulesTooSmallToPrintIsRefused() {
		assertThatThrownBy(() -> new QrCode("NAF1:" + "A".repeat(900))).hasMessageContaining("modules");
		assertThat(new QrCode("NAF1:" + "A".repeat(700)).size()).isLessThanOrEqualTo(89);
	}

	@Test
	void aWordLongerThanItsColumnStaysOnThePage() throws Exception {
		Map<String, Object> values = Samples.statement();
		values.put("owners", List.of(Samples.owner("ب".repeat(200), "1200", "X".repeat(150), "2011-09-04")));
		byte[] pdf = COMPOSER.compose(STATEMENT, values, Samples.imprint());
		assertThat(leftmost(pdf)).isGreaterThan(Look.LEFT - 1);
		assertThat(Read.structure(pdf)).contains("TD " + "ب".repeat(200), "TD " + "X".repeat(150));
	}

	@Test
	void theCanonicalDataStandsInTheFileAsItIs() {
		String file = new String(sample("plain"), StandardCharsets.UTF_8);
		assertThat(file.split("/NafidhaData", -1)).hasSize(2);
		assertThat(file).containsPattern("stream\r?\n\\{\"number\":\"TRS-2026-018442-6\"}\r?\nendstream");
	}

	private static byte[] sample(String which) {
		return switch (which) {
			case "plain" -> COMPOSER.compose(STATEMENT, Samples.statement(), Samples.imprint());
			case "sole owner" -> COMPOSER.compose(STATEMENT, Samples.demonstration(), Samples.imprint());
			case "seventy owners" -> COMPOSER.compose(STATEMENT, Samples.manyOwners(), Samples.imprint());
			case "violations" -> COMPOSER.compose(VIOLATIONS, Samples.violations(), Samples.imprint());
			case "no violation" -> COMPOSER.compose(VIOLATIONS, Samples.noViolation(), Samples.imprint());
			default -> throw new IllegalArgumentException(which);
		};
	}

	/** Left edge of a text that stands on the first page from left to right or, for a single Arabic word, anyhow; -1 if it does not. */
	private static double x(byte[] pdf, String text) throws Exception {
		double[] found = {-1};
		try (PDDocument document = Loader.loadPDF(pdf)) {
			new PDFTextStripper() {
				@Override
				protected void writeString(String line, List<TextPosition> positions) {
					StringBuilder seen = new StringBuilder();
					positions.forEach(p -> seen.append(p.getUnicode()));
					String wanted = Character.getDirectionality(text.charAt(0)) == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
							? new StringBuilder(text).reverse().toString()
							: text;
					int at = seen.indexOf(wanted);
					if (at >= 0 && found[0] < 0) {
						found[0] = positions.get(at).getXDirAdj();
					}
				}
			}.getText(document);
		}
		return found[0];
	}

	private static double leftmost(byte[] pdf) throws Exception {
		double[] left = {1000};
		try (PDDocument document = Loader.loadPDF(pdf)) {
			new PDFTextStripper() {
				@Override
				protected void processTextPosition(TextPosition text) {
					left[0] = Math.min(left[0], text.getXDirAdj());
				}
			}.getText(document);
		}
		return left[0];
	}
}
