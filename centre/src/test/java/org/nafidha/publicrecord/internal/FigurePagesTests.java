package org.nafidha.publicrecord.internal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.nafidha.journal.Entry;
import org.nafidha.journal.EntryId;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedures;
import org.nafidha.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;

class FigurePagesTests extends BrowserTest {

	@Autowired
	private FigureKeeper keeper;
	@Autowired
	private Procedures procedures;
	@Autowired
	private InstantSource clock;

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void theFiguresAreSoundFromPhoneToDesk(String language) {
		someCases();
		for (int width : List.of(PHONE, TABLET, 1440)) {
			Page page = visitor(language, width);
			page.navigate("/figures?days=90");
			assertThat(page.locator("tbody tr")).hasCount(procedures.current().size());
			assertThat(page.locator("[aria-current=true]")).hasText(language.equals("ar") ? "آخر 90 يومًا" : "Last 90 days");
			assertSound(page);
			page.screenshot(
					new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screens/figures-" + language + "-" + width + ".png")));
		}
	}

	private void someCases() {
		for (Procedure procedure : procedures.current()) {
			for (int i = 0; i < 9; i++) {
				Instant opened = clock.instant().minus(Duration.ofDays(10 + i));
				String number = "P-" + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
				String facts = "{\"procedure\":\"" + procedure.id() + "\",\"version\":" + procedure.version();
				String end = procedure.ends().keySet().stream().sorted().skip(i % 2).findFirst().orElseThrow();
				keeper.handle(List.of(entry("case.opened", number, facts + "}", opened)));
				if (i > 1) {
					keeper.handle(List.of(entry("case.moved", number, facts + ",\"end\":\"" + end + "\"}", opened.plus(Duration.ofDays(i)))));
				}
			}
		}
	}

	private static Entry entry(String kind, String subject, String facts, Instant at) {
		return new Entry(new EntryId(1), kind, subject, "system:test", at, facts, OptionalLong.of(1));
	}
}
