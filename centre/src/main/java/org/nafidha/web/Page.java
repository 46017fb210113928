package org.nafidha.web;

import gg.jte.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.Money;
import org.nafidha.kernel.Refusal;
import org.nafidha.platform.Texts;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What every template is given as {@code page}: the reader's language and its texts, who is signed in, addresses and the
 * token of forms. Methods that answer {@link Content} are safe HTML with every value isolated in its own direction;
 * those that answer String are plain and get escaped. One request's; not thread-safe.
 */
public final class Page {

	private final Facts facts;
	private final Texts texts;
	private final Formats formats;
	private final UnaryOperator<String> assets;
	private final Supplier<@Nullable CsrfToken> csrf;

	/**
	 * What the request says.
	 *
	 * @param query without the question mark; empty for none
	 * @param demo everything here is invented, and every page says so
	 * @param name of who is signed in, short enough for the bar
	 * @param away an officer who has said so, and whom no tasks are drawn for
	 */
	public record Facts(Locale locale, ZoneId zone, String path, String query, boolean demo, String requestId, @Nullable SignedIn who,
			@Nullable LocalizedText name, boolean away, List<NavItem> nav) {
	}

	public Page(Facts facts, Texts texts, UnaryOperator<String> assets, Supplier<@Nullable CsrfToken> csrf) {
		this.facts = facts;
		this.texts = texts;
		this.formats = new Formats(facts.locale(), facts.zone());
		this.assets = assets;
		this.csrf = csrf;
	}

	public Locale locale() {
		return facts.locale();
	}

	public boolean arabic() {
		return !"en".equals(facts.locale().getLanguage());
	}

	/** For {@code lang}: {@code ar} or {@code en}. */
	public String lang() {
		return arabic() ? "ar" : "en";
	}

	/** For {@code dir}. */
	public String dir() {
		return arabic() ? "rtl" : "ltr";
	}

	public String text(String key) {
		return texts.text(facts.locale(), key);
	}

	/** The text if there is one for the key, otherwise the fallback. */
	public String textOr(String key, String fallback) {
		return texts.has(facts.locale(), key) ? text(key) : fallback;
	}

	/** The text with values by name: {@code say("web.greeting", "name", name, "place", place)}; a value may be {@link Content}. */
	public Content say(String key, Object... namesAndValues) {
		return Html.fill(text(key), Html.pairs(namesAndValues));
	}

	/** The form of the text that agrees with the count, for {@code {count}}; other values may follow by name. */
	public Content counted(String key, long count, Object... namesAndValues) {
		Map<String, Object> values = Html.pairs(namesAndValues);
		values.put("count", Html.number(formats.number(count)));
		return Html.fill(texts.form(facts.locale(), key, count), values);
	}

	public String in(LocalizedText text) {
		return text.in(facts.locale());
	}

	/** The sentence of a refusal; a procedure's own refusal brings its sentence along as {@code text-ar} and {@code text-en}. */
	public Content refusal(Refusal refusal) {
		String own = refusal.values().get(arabic() ? "text-ar" : "text-en");
		return own != null ? Html.text(own) : Html.fill(text("refusal." + refusal.code()), refusal.values());
	}

	/** What a person wrote (a name, an address), which must not disturb the direction of what stands around it. */
	public Content user(@Nullable String text) {
		return Html.isolate(text == null ? "" : text);
	}

	/** A reference, a code, a number of a document: left to right, digits of equal width. */
	public Content ref(@Nullable Object reference) {
		return Html.reference(String.valueOf(reference));
	}

	public Content number(long number) {
		return Html.number(formats.number(number));
	}

	/** The amount with its currency. */
	public Content money(Money money) {
		return say("web.money", "amount", Html.number(formats.amount(money)));
	}

	/** {@code 1 كانون الأول 2026}. */
	public Content date(Instant instant) {
		return Html.time(formats.day(instant).toString(), formats.date(instant));
	}

	public Content date(LocalDate day) {
		return Html.time(day.toString(), formats.date(day));
	}

	/** {@code الثلاثاء 1 كانون الأول}. */
	public Content weekday(Instant instant) {
		return Html.time(formats.day(instant).toString(), formats.weekday(instant));
	}

	public Content weekday(LocalDate day) {
		return Html.time(day.toString(), formats.weekday(day));
	}

	/** Date and time of day. */
	public Content moment(Instant instant) {
		return say("web.moment", "date", date(instant), "time", Html.number(formats.time(instant)));
	}

	/** For what needs plain text, such as a title. */
	public Formats formats() {
		return formats;
	}

	/** Address of a file under {@code static/assets}, with its fingerprint, to be cached for ever. */
	public String asset(String name) {
		return assets.apply("/assets/" + name);
	}

	public String path() {
		return facts.path();
	}

	/** This page in the other language. */
	public String otherLanguageHref() {
		return UriComponentsBuilder.fromPath(facts.path()).query(facts.query()).replaceQueryParam("lang", arabic() ? "en" : "ar").build(false)
				.toUriString();
	}

	/** Null where no token is needed. Asking for it makes a session: only forms do. */
	public @Nullable CsrfToken csrf() {
		return csrf.get();
	}

	/** A fresh idempotency key, for a form that is shown for the first time. */
	public String newKey() {
		return UUID.randomUUID().toString();
	}

	public boolean demo() {
		return facts.demo();
	}

	public String requestId() {
		return facts.requestId();
	}

	public @Nullable SignedIn who() {
		return facts.who();
	}

	/** Short name of who is signed in; null for visitors. */
	public @Nullable String name() {
		return facts.name() == null ? null : facts.name().in(facts.locale());
	}

	/** Whether an officer is signed in who has said that they are away. */
	public boolean away() {
		return facts.away();
	}

	public boolean staff() {
		return facts.who() instanceof SignedIn.Staff;
	}

	public boolean citizen() {
		return facts.who() instanceof SignedIn.Citizen;
	}

	/** The entries of a bar that who is signed in may use. */
	public List<NavItem> nav(NavItem.Bar bar) {
		return facts.nav().stream().filter(item -> item.bar() == bar).toList();
	}

	/** For {@code aria-current}: "page" on the entry of this page or of one above it, else null. */
	public @Nullable String current(NavItem item) {
		boolean here = facts.path().equals(item.href()) || (item.href().length() > 1 && facts.path().startsWith(item.href() + "/"));
		return here ? "page" : null;
	}
}
