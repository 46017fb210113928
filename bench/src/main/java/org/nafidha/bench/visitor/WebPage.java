package org.nafidha.bench.visitor;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;

/** What the centre answered: a page, a file, or the address of another page. Parsed only when something is looked for. */
public final class WebPage {

	private static final int OK = 200;
	private static final int REDIRECTS = 300;
	private static final int FAILURES = 400;

	private final URI address;
	private final int status;
	private final @Nullable String location;
	private final byte[] body;
	private @Nullable Document parsed;

	WebPage(URI address, int status, @Nullable String location, byte[] body) {
		this.address = address;
		this.status = status;
		this.location = location;
		this.body = body;
	}

	public int status() {
		return status;
	}

	public byte[] body() {
		return body.clone();
	}

	public String text() {
		return new String(body, StandardCharsets.UTF_8);
	}

	public boolean isOk() {
		return status == OK;
	}

	/** Path and query of where it stands. */
	public String path() {
		return pathOf(address);
	}

	/** Path and query of where it sends the browser; empty if it does not. */
	public Optional<String> leadsTo() {
		boolean redirect = status >= REDIRECTS && status < FAILURES && location != null;
		return redirect ? Optional.of(pathOf(address.resolve(String.valueOf(location)))) : Optional.empty();
	}

	public Optional<Element> find(String css) {
		return Optional.ofNullable(document().selectFirst(css));
	}

	public boolean has(String css) {
		return find(css).isPresent();
	}

	/** Whether a value stands on the page as one piece of its own, as references and what people wrote do. */
	public boolean shows(String value) {
		return document().select("bdi").stream().anyMatch(piece -> piece.text().equals(value));
	}

	/** Where the links lead that begin so. */
	public List<String> links(String start) {
		return document().select("a[href^=" + start + "]").eachAttr("href");
	}

	public Optional<WebForm> form(String css) {
		return find(css).map(FormElement.class::cast).map(WebForm::of);
	}

	/** The form, which has to be there. */
	public WebForm need(String wanted, String css) throws WrongPage {
		return form(css).orElseThrow(() -> new WrongPage(wanted, this));
	}

	/** Status, address, and the page's own words on what is wrong, for an error message. */
	String describe() {
		String words = find(".errors ul, .error").or(() -> find("h1")).map(Element::text).orElse("");
		String to = leadsTo().map(path -> " which leads to " + path).orElse("");
		return "the centre answered " + status + " at " + path() + to + (words.isEmpty() ? "" : ": " + words);
	}

	private Document document() {
		if (parsed == null) {
			parsed = Jsoup.parse(text(), address.toString());
		}
		return parsed;
	}

	private static String pathOf(URI address) {
		return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
	}
}
