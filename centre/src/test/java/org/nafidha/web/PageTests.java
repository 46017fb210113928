package org.nafidha.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nafidha.kernel.Money;
import org.nafidha.kernel.Refusal;
import org.nafidha.platform.Texts;

class PageTests {

	private final Page arabic = page(Texts.ARABIC, "/services", "q=a&b=1");
	private final Page english = page(Texts.ENGLISH, "/services", "lang=en&q=%D8%A8");

	@ParameterizedTest
	@CsvSource({"0,فوري", "1,يوم عمل واحد", "2,يوما عمل", "3,3 أيام عمل", "10,10 أيام عمل", "11,11 يوم عمل", "100,100 يوم عمل", "103,103 أيام عمل"})
	void workingDaysAgreeWithTheirNumberInArabic(int days, String words) {
		assertThat(plain(arabic.counted("web.working-days", days))).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource({"2026-01-15,15 كانون الثاني 2026", "2026-02-01,1 شباط 2026", "2026-06-30,30 حزيران 2026", "2026-07-02,2 تموز 2026",
			"2026-08-02,2 آب 2026", "2026-09-02,2 أيلول 2026", "2026-10-02,2 تشرين الأول 2026", "2026-11-24,24 تشرين الثاني 2026",
			"2026-12-31,31 كانون الأول 2026"})
	void monthsHaveTheirSyrianNamesAndDigitsAreLatin(LocalDate day, String words) {
		assertThat(plain(arabic.date(day))).isEqualTo(words);
	}

	@Test
	void momentsAreInTheTimeOfTheCity() {
		assertThat(plain(english.moment(Instant.parse("2026-11-23T22:30:00Z")))).isEqualTo("24 November 2026, 01:30");
	}

	@Test
	void moneyIsGroupedAndNamesItsCurrency() {
		assertThat(plain(arabic.money(Money.pounds(12_500)))).isEqualTo("12,500 ل.س");
		assertThat(plain(english.money(Money.ofMinor(1_250)))).isEqualTo("SYP 12.50");
	}

	@Test
	void whatPeopleWroteIsEscapedAndIsolated() {
		assertThat(html(arabic.say("web.signed-in-as", "name", "<b>\"x\" & y"))).contains("<bdi>&lt;b&gt;&#34;x&#34; &amp; y</bdi>");
		assertThat(html(arabic.ref("2026-041587-3"))).isEqualTo("<bdi dir=\"ltr\" class=\"num\">2026-041587-3</bdi>");
	}

	@Test
	void theOtherLanguageIsTheSamePageWithItsQuery() {
		assertThat(arabic.otherLanguageHref()).isEqualTo("/services?q=a&b=1&lang=en");
		assertThat(english.otherLanguageHref()).isEqualTo("/services?q=%D8%A8&lang=ar");
	}

	@Test
	void aProceduresOwnRefusalSpeaksForItself() {
		Refusal own = Refusal.of("not-entitled", java.util.Map.of("text-ar", "ليس لك", "text-en", "Not for you"));
		assertThat(html(arabic.refusal(own))).isEqualTo("ليس لك");
		assertThat(html(english.refusal(own))).isEqualTo("Not for you");
	}

	@Test
	void sizesOfFilesAreShort() {
		assertThat(arabic.formats().size(10_000_000)).isEqualTo("10 MB");
		assertThat(arabic.formats().size(3_240_000)).isEqualTo("3.2 MB");
		assertThat(arabic.formats().size(1)).isEqualTo("1 kB");
	}

	private static Page page(Locale locale, String path, String query) {
		return new Page(new Page.Facts(locale, ZoneId.of("Asia/Damascus"), path, query, true, "id", null, null, false, List.of()), new Texts(),
				a -> a,
				() -> null);
	}

	private static String html(Content content) {
		StringOutput output = new StringOutput();
		content.writeTo(output);
		return output.toString();
	}

	private static String plain(Content content) {
		return html(content).replaceAll("<[^>]+>", "");
	}
}
