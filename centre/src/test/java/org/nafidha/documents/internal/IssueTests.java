package org.nafidha.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nafidha.documents.Documents;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.documents.PublicKeys;
import org.nafidha.documents.Verdict;
import org.nafidha.documents.Verdict.Alteration;
import org.nafidha.documents.Verdict.Claim;
import org.nafidha.documents.Verdict.Defect;
import org.nafidha.documents.paper.Read;
import org.nafidha.journal.Entry;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Reference;
import org.nafidha.platform.CentreProperties;
import org.nafidha.procedures.Automation;
import org.nafidha.procedures.Automation.Answer;
import org.nafidha.procedures.Procedures;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verapdf.pdfa.flavours.PDFAFlavour;

@CentreTest
class IssueTests {

	@Autowired
	IssueAutomation automation;
	@Autowired
	Documents documents;
	@Autowired
	PublicKeys keys;
	@Autowired
	CityKeys cityKeys;
	@Autowired
	Journal journal;
	@Autowired
	Procedures procedures;
	@Autowired
	DocumentRegister register;
	@Autowired
	Issuing issuing;
	@Autowired
	CentreProperties centre;
	@Autowired
	JdbcClient db;

	@ParameterizedTest
	@ValueSource(strings = {"temporary-register-statement", "violations-statement"})
	void aSealedDocumentConformsAndItsSealIsTrusted(String procedure) throws Exception {
		IssuedDocument document = issued(procedure, data());
		byte[] pdf = documents.pdf(document.number()).orElseThrow();
		assertThat(Read.objections(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
		assertThat(Read.objections(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
		Reports reports = validated(pdf);
		String id = reports.getSimpleReport().getFirstSignatureId();
		assertThat(reports.getSimpleReport().getIndication(id)).as(String.valueOf(reports.getSimpleReport().getAdESValidationErrors(id)))
				.isEqualTo(Indication.TOTAL_PASSED);
		assertThat(documents.verifyPdf(pdf)).isInstanceOfSatisfying(Verdict.Genuine.class, genuine -> {
			assertThat(genuine.facts().number()).isEqualTo(document.number());
			assertThat(genuine.facts().fields().getFirst().value()).isEqualTo("2/2533/1+9");
			assertThat(genuine.facts().demo()).isTrue();
		});
	}

	@Test
	void aChangedByteBreaksTheSealAndIsAnsweredAsAltered() throws Exception {
		IssuedDocument document = issued("temporary-register-statement", data());
		byte[] pdf = documents.pdf(document.number()).orElseThrow();
		pdf[pdf.length / 3] ^= 1;
		assertThat(validated(pdf).getSimpleReport().getIndication(validated(pdf).getSimpleReport().getFirstSignatureId()))
				.isNotEqualTo(Indication.TOTAL_PASSED);
		assertThat(documents.verifyPdf(pdf)).isInstanceOfSatisfying(Verdict.Altered.class, altered -> {
			assertThat(altered.what()).isEqualTo(Alteration.FILE);
			assertThat(altered.issued().orElseThrow().number()).isEqualTo(document.number());
			assertThat(altered.issued().orElseThrow().fields()).as("an altered file opens no data").isEmpty();
		});
	}

	@Test
	void otherProgramsAgreeOnTheSeal() throws Exception {
		byte[] pdf = documents.pdf(issued("temporary-register-statement", data()).number()).orElseThrow();
		assumeTrue(pdfsig(pdf) != null, "pdfsig is not installed here");
		assertThat(pdfsig(pdf)).contains("Signature is Valid", "ETSI.CAdES.detached", "Total document signed");
		pdf[pdf.length / 3] ^= 1;
		assertThat(pdfsig(pdf)).doesNotContain("Signature is Valid");
	}

	@Test
	void theSameCallGivesTheSameDocument() {
		Automation.Call call = call("violations-statement", data(), UUID.randomUUID().toString());
		Answer first = automation.run(call);
		assertThat(automation.run(call)).isEqualTo(first);
		assertThat(documents.forCase(call.caseNumber())).hasSize(1);
		assertThat(journal.about(documents.forCase(call.caseNumber()).getFirst().number())).extracting(Entry::kind).containsExactly("document.issued",
				"document.sealed");
	}

	@Test
	void aCrashBetweenTheStepsIsMadeGoodWithTheSameNumber() {
		String key = UUID.randomUUID().toString();
		Automation.Call call = call("violations-statement", data(), key);
		Answer.Done done = (Answer.Done) automation.run(call);
		String number = (String) done.outputs().get("number");
		String lost = "lost-" + key;
		// what a crash after the first transaction leaves: a registered document that was never sealed
		db.sql("""
				insert into documents.document (number, call_key, title_ar, title_en, procedure, version, template, case_number, person_id, issued_at, entry,
				  data, print, key_fields)
				select :lost, :key, title_ar, title_en, procedure, version, template, case_number, person_id, issued_at, entry, data, print, key_fields
				from documents.document where number = :number
				""")
				.param("lost", Reference.of("LST", 2026, Math.abs(key.hashCode()))).param("key", lost).param("number", number).update();
		assertThat(documents.verifyNumber(register.byCallKey(lost).orElseThrow().document().number())).isEqualTo(new Verdict.Unknown(Claim.NUMBER));
		Answer.Done again = (Answer.Done) automation.run(call("violations-statement", Map.of(), lost));
		assertThat(again.outputs()).containsEntry("number", register.byCallKey(lost).orElseThrow().document().number());
		assertThat(documents.pdf((String) again.outputs().get("number"))).isPresent();
	}

	@Test
	void simultaneousCallsGetNumbersWithoutGapsAndOneDocumentForOneKey() throws Exception {
		String shared = UUID.randomUUID().toString();
		List<Callable<Answer>> calls = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			String key = i < 4 ? shared : UUID.randomUUID().toString();
			calls.add(() -> automation.run(call("violations-statement", data(), key)));
		}
		List<String> numbers = new ArrayList<>();
		try (var threads = Executors.newFixedThreadPool(6)) {
			for (Future<Answer> answer : threads.invokeAll(calls)) {
				numbers.add((String) ((Answer.Done) answer.get()).outputs().get("number"));
			}
		}
		assertThat(numbers.subList(0, 4).stream().distinct()).hasSize(1);
		List<Long> serials = db.sql("select split_part(number, '-', 3)::bigint from documents.document where number like 'VST-%' order by 1")
				.query(Long.class).list();
		long last = db.sql("select last from documents.counter where code = 'VST'").query(Long.class).single();
		assertThat(serials).doesNotHaveDuplicates().hasSize((int) last);
		assertThat(serials.getLast()).isEqualTo(last);
	}

	@Test
	void whatTheJournalSaysBelongsToTheFile() throws Exception {
		IssuedDocument document = issued("temporary-register-statement", data());
		List<Entry> entries = journal.about(document.number());
		assertThat(entries.getFirst().id()).isEqualTo(document.entry());
		byte[] pdf = documents.pdf(document.number()).orElseThrow();
		assertThat(entries.getLast().facts())
				.contains("\"pdfSha256\":\"" + Base64.getEncoder().encodeToString(CityKeys.sha256(pdf)) + "\"");
		assertThat(new String(pdf, StandardCharsets.UTF_8)).contains(register.byNumber(document.number()).orElseThrow().data());
	}

	@Test
	void theCodeIsVerifiedAndAnAlteredOneIsNoticed() {
		IssuedDocument document = issued("temporary-register-statement", data());
		StoredDocument stored = register.byNumber(document.number()).orElseThrow();
		Claims claims = new Claims("nafidha:aleppo", null, document.issuedAt(), document.number(), document.procedure(),
				CityKeys.sha256(stored.data().getBytes(StandardCharsets.UTF_8)), document.entry().value(), document.keyFields(), true);
		String code = CodeSeal.sign(claims, cityKeys.code());
		assertThat(documents.verifyCode(code)).isInstanceOf(Verdict.Genuine.class);
		char turned = code.charAt(code.length() - 4) == '0' ? '1' : '0';
		String altered = code.substring(0, code.length() - 4) + turned + code.substring(code.length() - 3);
		assertThat(documents.verifyCode(altered)).isInstanceOf(Verdict.Altered.class);
		Claims richer = new Claims(claims.issuer(), null, claims.issuedAt(), claims.number(), claims.procedure(), claims.dataSha256(), claims.entry(),
				List.of(new IssuedDocument.Field("العقار", "9/9/9")), true);
		assertThat(documents.verifyCode(CodeSeal.sign(richer, cityKeys.code()))).isInstanceOfSatisfying(Verdict.Altered.class,
				a -> assertThat(a.what()).isEqualTo(Alteration.CODE_AGAINST_REGISTER));
		assertThat(documents.verifyCode(CodeSeal.sign(claims, cityKeys.seal()))).as("a key that signs no codes")
				.isEqualTo(new Verdict.Unknown(Claim.CODE));
		assertThat(documents.verifyCode("NAF1:NOTHING")).isEqualTo(new Verdict.Unreadable(Defect.NOT_A_CODE));
		assertThat(documents.verifyCode("https://example.org")).isEqualTo(new Verdict.Unreadable(Defect.NOT_A_CODE));
	}

	@Test
	void whatWasNeverIssuedIsUnknownAndNonsenseIsUnreadable() {
		assertThat(documents.verifyNumber(Reference.of("TRS", 2026, 999_999))).isEqualTo(new Verdict.Unknown(Claim.NUMBER));
		assertThat(documents.verifyNumber("TRS-2026-999999-0")).isInstanceOfAny(Verdict.Unreadable.class, Verdict.Unknown.class);
		assertThat(documents.verifyNumber("whatever")).isEqualTo(new Verdict.Unreadable(Defect.NOT_A_NUMBER));
		assertThat(documents.verifyPdf(new byte[0])).isEqualTo(new Verdict.Unreadable(Defect.EMPTY));
		assertThat(documents.verifyPdf("PNG".getBytes(StandardCharsets.UTF_8))).isEqualTo(new Verdict.Unreadable(Defect.NOT_A_PDF));
		assertThat(documents.verifyPdf("%PDF-1.7 cut off".getBytes(StandardCharsets.UTF_8))).isEqualTo(new Verdict.Unreadable(Defect.BROKEN_PDF));
		assertThat(documents.verifyPdf("%PDF-1.7 of somebody else %%EOF".getBytes(StandardCharsets.UTF_8)))
				.isEqualTo(new Verdict.Unknown(Claim.FILE));
	}

	@Test
	void aCaseWithoutASheetIsRefusedAndTakesNoNumber() {
		long before = db.sql("select coalesce(sum(last), 0) from documents.counter").query(Long.class).single();
		assertThat(automation.run(call("temporary-register-statement", Map.of(), UUID.randomUUID().toString()))).isInstanceOf(Answer.Refused.class);
		Map<String, Object> unprintable = data();
		unprintable.put("sheet", sheet("دار 中"));
		assertThat(automation.run(call("temporary-register-statement", unprintable, UUID.randomUUID().toString()))).isInstanceOfSatisfying(
				Answer.Refused.class, refused -> assertThat(refused.refusal().code()).isEqualTo("document.letter-unprintable"));
		assertThat(db.sql("select coalesce(sum(last), 0) from documents.counter").query(Long.class).single()).isEqualTo(before);
	}

	@Test
	void theApplicationCannotRewriteAnIssuedDocument() {
		IssuedDocument document = issued("violations-statement", data());
		for (String statement : List.of("update documents.document set data = '{}' where number = :number",
				"delete from documents.document where number = :number",
				"delete from documents.revocation where number = :number")) {
			assertThatThrownBy(() -> db.sql(statement).param("number", document.number()).update()).hasStackTraceContaining("permission denied");
		}
	}

	@Test
	void keysMadeAtFirstStartBelongToTheOwnerAlone() throws Exception {
		Path file = centre.home().resolve("secrets").resolve("document-keys.p12");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
		assertThat(cityKeys.isDemo()).isTrue();
	}

	private Reports validated(byte[] pdf) {
		CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
		trusted.addCertificate(new CertificateToken(cityKeys.authority()));
		CommonCertificateVerifier verifier = new CommonCertificateVerifier();
		verifier.setTrustedCertSources(trusted);
		verifier.setCrlSource(new ExternalResourcesCRLSource(new ByteArrayInputStream(keys.revocationList())));
		SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(pdf));
		validator.setCertificateVerifier(verifier);
		return validator.validateDocument();
	}

	private static @Nullable String pdfsig(byte[] pdf) throws Exception {
		Path file = Files.createTempFile("sealed", ".pdf");
		try {
			Files.write(file, pdf);
			Process process = new ProcessBuilder("pdfsig", "-nocert", file.toString()).redirectErrorStream(true).start();
			String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			process.waitFor();
			return text;
		} catch (IOException notInstalled) {
			return null;
		} finally {
			Files.delete(file);
		}
	}

	private IssuedDocument issued(String procedure, Map<String, Object> data) {
		Answer.Done done = (Answer.Done) automation.run(call(procedure, data, UUID.randomUUID().toString()));
		IssuedDocument document = documents.find((String) done.outputs().get("number")).orElseThrow();
		assertThat(done.outputs()).containsEntry("sha256", document.pdfSha256());
		assertThat(HexFormat.of().formatHex(CityKeys.sha256(documents.pdf(document.number()).orElseThrow()))).isEqualTo(document.pdfSha256());
		return document;
	}

	private Automation.Call call(String procedure, Map<String, Object> data, String key) {
		return new Automation.Call(key, "2026-" + String.format("%06d", Math.abs(key.hashCode() % 1_000_000)) + "-0", "issue",
				procedures.current(procedure).orElseThrow(), new Automation.CaseApplicant("person-1", null), Map.of("template", procedure), data);
	}

	private static Map<String, Object> data() {
		Map<String, Object> data = new HashMap<>();
		data.put("sheet", sheet("دار سكنية"));
		data.put("violations", Map.of("found", true, "count", 1, "list", List.of(
				Map.of("kind", "تجاوز على الوجيبة", "code", "setback", "decision", "318/2014", "decidedOn", "2014-03-30", "status", "سُوّيت"))));
		data.put("pay", Map.of("receipt", "7-0031926", "amount", "600"));
		return data;
	}

	private static Map<String, Object> sheet(String description) {
		Map<String, Object> sheet = new HashMap<>();
		sheet.putAll(Map.of("number", "SM-004127", "property", "2/2533/1+9", "zone", "2", "zoneName", "الثانية", "parcel", "2533", "section", "1+9",
				"floor",
				"الطابق الأول", "description", description, "areaM2", new BigDecimal("118.40"), "asOf", "2026-11-23T07:41:00Z"));
		sheet.put("owners", List.of(
				Map.of("name", "مُحَمَّدٌ نور بن عبد القادر الحلبي", "shares", "2057 1/7", "sole", false, "deed", "عقد بيع 412/2011", "since",
						"2011-09-04"),
				Map.of("name", "فاطمة بنت أحمد الأشرفي", "shares", "342 6/7", "sole", false, "deed", "حصر إرث 77/2019", "since", "2019-02-17")));
		sheet.put("rights", List.of());
		sheet.put("signs",
				List.of(Map.of("kind", "رهن من الدرجة الأولى", "code", "mortgage", "inFavourOf", "المصرف التجاري السوري", "deed", "عقد رهن 1180/2020",
						"since", "2020-06-02")));
		return sheet;
	}
}
