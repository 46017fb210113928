package org.nafidha.office.internal;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.office.Desk.Paper;
import org.nafidha.platform.Texts;
import org.nafidha.procedures.Procedure.Evidence;
import org.nafidha.web.Fact;
import org.nafidha.web.Page;

class PapersTests {

	private static final LocalizedText TITLE = new LocalizedText("صحيفة العقار", "Sheet of the property");
	private static final Map<String, Object> SHEET = Map.of("sheet",
			Map.of("zoneName", "الجديدة", "zoneNameEn", "Jdeideh", "applicantIsOwner", true, "owners",
					List.of(Map.of("name", "سمر", "shares", "2400")),
					"signs", List.of(Map.of("kind", "رهن", "kindEn", "Mortgage", "code", "mortgage"))));

	@Test
	void whatTheBooksSayIsReadInTheReadersLanguage() {
		Paper arabic = paper(Texts.ARABIC, true, false);
		Paper english = paper(Texts.ENGLISH, true, false);
		assertThat(words(arabic)).contains("الجديدة", "رهن").doesNotContain("Jdeideh", "Mortgage");
		assertThat(words(english)).contains("Jdeideh", "Mortgage").doesNotContain("الجديدة", "رهن");
	}

	@Test
	void whoMayKnowTheApplicantReadsTheOwnersAndThatTheApplicantIsOne() {
		assertThat(words(paper(Texts.ENGLISH, true, false))).contains("سمر", "Applicant is an owner");
	}

	@Test
	void whoWorksBlindReadsTheOwnersOrThatTheApplicantIsOneButNeverBoth() {
		assertThat(words(paper(Texts.ENGLISH, true, true))).contains("سمر").doesNotContain("Applicant is an owner");
		assertThat(words(paper(Texts.ENGLISH, false, true))).contains("Applicant is an owner").doesNotContain("سمر");
	}

	@Test
	void whoWorksBlindReadsNothingThatARegistrySaysOfTheApplicant() {
		Map<String, Object> family = Map.of("sheet", Map.of("head", "سمر", "nationalNumber", "02020456789", "registryOffice", "حلب", "members",
				List.of(Map.of("name", "هدى", "relation", "wife")), "kind", "مدني"));
		assertThat(words(paper(family, Texts.ENGLISH, true, false))).contains("سمر", "02020456789", "هدى", "Wife");
		assertThat(words(paper(family, Texts.ARABIC, true, false))).contains("الزوجة").doesNotContain("wife");
		assertThat(words(paper(family, Texts.ENGLISH, true, true))).contains("مدني").doesNotContain("سمر", "02020456789", "هدى", "حلب");
	}

	private static Paper paper(Locale language, boolean names, boolean blind) {
		return paper(SHEET, language, names, blind);
	}

	private static Paper paper(Map<String, Object> known, Locale language, boolean names, boolean blind) {
		Page page = new Page(new Page.Facts(language, ZoneId.of("Asia/Damascus"), "/office", "", true, "id", null, null, false, List.of()),
				new Texts(),
				asset -> asset, () -> null);
		return new Papers(page, names, blind)
				.of(known, List.of(new Evidence("sheet", TITLE, TITLE, "register.sheet", Map.of(), null, 0, null, false))).getFirst();
	}

	private static String words(Paper paper) {
		StringOutput out = new StringOutput();
		for (Fact fact : paper.facts()) {
			out.writeContent(fact.label() + " ");
			fact.value().writeTo(out);
		}
		paper.grids().forEach(grid -> grid.rows().forEach(row -> row.forEach(cell -> cell.writeTo(out))));
		return out.toString();
	}
}
