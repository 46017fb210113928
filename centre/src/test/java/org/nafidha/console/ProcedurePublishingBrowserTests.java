package org.nafidha.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.nafidha.procedures.Procedures;
import org.nafidha.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two procedure engineers at their desk: a service is written, tried, kept with examples, published and retired, in both languages. */
class ProcedurePublishingBrowserTests extends BrowserTest {

	private static final int WIDE = 1440;

	@Autowired
	Procedures procedures;
	@Autowired
	JdbcClient db;

	private final String id = "desk-" + UUID.randomUUID().toString().replaceAll("[^a-z]", "") + "x";

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void aServiceIsWrittenTriedPublishedAndRetired(String language) {
		Page rula = officer(language, WIDE, "rula");
		String draft = write(rula);
		tryAndKeep(rula, draft);
		acceptWhatEndsDifferently(rula, draft);
		String proposal = propose(rula, draft);
		approve(language, proposal);
		assertThat(procedures.current(id)).isPresent();
		rula.navigate("/console/procedures/" + id + "/1");
		assertSound(rula);
		retire(rula, language);
	}

	private String write(Page rula) {
		rula.navigate("/console/procedures");
		assertSound(rula);
		rula.waitForNavigation(() -> rula.click("form[action='/console/drafts'] button"));
		String draft = rula.url();
		assertSound(rula);
		String text = rula.inputValue("#text").replace("procedure: new-service", "procedure: " + id).replace("[portal, counter]", "[portal]");
		rula.fill("#text", text.replace("grant: end-granted", "grant: nowhere"));
		rula.waitForNavigation(() -> rula.keyboard().press("Control+Enter"));
		assertThat(rula.locator(".findings li").first().textContent()).contains("nowhere");
		assertThat(rula.inputValue("#text")).contains("grant: nowhere");
		assertSound(rula);
		rula.locator(".findings a[data-line]").first().click();
		assertThat((String) rula
				.evaluate("(() => { const t = document.getElementById('text'); return t.value.slice(t.selectionStart, t.selectionEnd); })()"))
				.contains("nowhere");
		rula.fill("#text", text);
		rula.waitForNavigation(() -> rula.keyboard().press("Control+Enter"));
		assertThat(rula.locator(".findings li").count()).isZero();
		rula.navigate(draft + "/look");
		assertSound(rula);
		return draft;
	}

	private void tryAndKeep(Page rula, String draft) {
		long cases = count("cases.file");
		rula.navigate(draft + "/trial");
		assertSound(rula);
		rula.waitForNavigation(() -> rula.click("button[value=begin]"));
		assertThat(rula.locator(".errors a").count()).as("what must be said is asked for").isPositive();
		assertSound(rula);
		rula.fill("[id='in.subject']", "حديقة");
		rula.waitForNavigation(() -> rula.click("button[value=begin]"));
		assertThat(rula.locator("blockquote.said").count()).isEqualTo(1);
		assertSound(rula);
		rula.waitForNavigation(() -> rula.click("button[value='check|refuse']"));
		assertThat(rula.locator("#ended").count()).isEqualTo(1);
		rula.waitForNavigation(() -> rula.click("button[value=undo]"));
		rula.selectOption("select[name=reason]", "not-met");
		rula.waitForNavigation(() -> rula.click("button[value='check|refuse']"));
		assertSound(rula);
		rula.waitForNavigation(() -> rula.click("button[value=keep]"));
		assertThat(rula.locator(".errors a").count()).isEqualTo(3);
		rula.fill("#name", "refused");
		rula.fill("#title-ar", "طلب مرفوض");
		rula.fill("#title-en", "A refused application");
		rula.waitForNavigation(() -> rula.click("button[value=keep]"));
		assertThat(rula.url()).endsWith("/examples");
		assertThat(rula.locator("main .tag.good").count()).isEqualTo(1);
		assertSound(rula);
		assertThat(count("cases.file")).as("no real case").isEqualTo(cases);
	}

	private long count(String table) {
		return db.sql("select count(*) from " + table).query(Long.class).single();
	}

	private void acceptWhatEndsDifferently(Page rula, String draft) {
		rula.navigate(draft);
		rula.fill("#text", rula.inputValue("#text").replace("end-refused", "end-rejected"));
		rula.waitForNavigation(() -> rula.keyboard().press("Control+Enter"));
		rula.navigate(draft + "/examples");
		assertThat(rula.locator("main .tag.bad").count()).isEqualTo(1);
		assertSound(rula);
		rula.navigate(draft + "/publish");
		assertThat(rula.locator("#note").count()).as("not before it is accepted").isZero();
		assertSound(rula);
		rula.navigate(draft + "/examples");
		rula.waitForNavigation(() -> rula.click("button[value='accept:refused']"));
		assertThat(rula.locator("main .tag.bad").count()).isZero();
		assertThat(rula.locator("main .tag.good").count()).isEqualTo(1);
	}

	private String propose(Page rula, String draft) {
		rula.navigate(draft + "/publish");
		rula.waitForNavigation(() -> rula.click("main form button"));
		assertThat(rula.locator("#note-error").count()).isEqualTo(1);
		rula.fill("#note", "خدمة جديدة بطلب من المديرية");
		rula.waitForNavigation(() -> rula.keyboard().press("Control+Enter"));
		assertThat(rula.locator("button[value=approve]").count()).as("nobody approves their own").isZero();
		assertThat(rula.locator("button[value=withdraw]").count()).isEqualTo(1);
		assertSound(rula);
		return rula.url();
	}

	private void approve(String language, String proposal) {
		Page hassan = officer(language, WIDE, "hassan");
		hassan.navigate("/console/procedures");
		assertSound(hassan);
		hassan.navigate(proposal);
		assertThat(hassan.locator("main").textContent()).contains(language.equals("ar") ? "رولا شاهين" : "Rula Shahin");
		assertSound(hassan);
		hassan.waitForNavigation(() -> hassan.click("button[value=approve]"));
		assertThat(hassan.locator("button[value=approve]").count()).isZero();
	}

	private void retire(Page rula, String language) {
		rula.click("a[href$='/retire']");
		assertSound(rula);
		rula.fill("#note", "حلّت محلها خدمة أخرى");
		rula.waitForNavigation(() -> rula.keyboard().press("Control+Enter"));
		String proposal = rula.url();
		Page hassan = officer(language, WIDE, "hassan");
		hassan.navigate(proposal);
		hassan.waitForNavigation(() -> hassan.click("button[value=approve]"));
		Page anybody = visitor(language, PHONE);
		anybody.navigate("/services/" + id);
		assertThat(anybody.locator(".start").textContent()).contains(language.equals("ar") ? "لم تعد هذه الخدمة متاحة" : "No longer offered");
		assertThat(anybody.locator("a[href$='/apply']").count()).isZero();
		assertSound(anybody);
	}
}
