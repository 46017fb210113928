package org.nafidha.bench.visitor;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Anybody with a document in hand, at the public page that verifies it. */
public final class VerifyDesk {

	/** What the page can say. */
	public enum Verdict {
		GENUINE, NUMBER, ALTERED, REVOKED, UNKNOWN, UNREADABLE
	}

	private final Visitor visitor;

	public VerifyDesk(Visitor visitor) {
		this.visitor = visitor;
	}

	/** By the number that is printed on it; empty when this address has asked too often in the last minute. */
	public Optional<Verdict> number(String number) throws IOException, InterruptedException {
		return verdict(visitor.open("/verify?number=" + number));
	}

	/** By the file itself; empty when this address has asked too often in the last minute. */
	public Optional<Verdict> file(String name, byte[] content) throws IOException, InterruptedException {
		WebForm form = visitor.open("/verify").need("a file is handed in", "form[action=/verify][method=post]");
		return verdict(visitor.send(form.attach("file", name, content)));
	}

	/** The keys with which others verify without the centre. */
	public byte[] keys() throws IOException, InterruptedException {
		WebPage keys = visitor.get("/.well-known/nafidha-keys.json");
		if (!keys.isOk()) {
			throw new WrongPage("the keys are published", keys);
		}
		return keys.body();
	}

	private static Optional<Verdict> verdict(WebPage page) throws WrongPage {
		if (!page.isOk()) {
			throw new WrongPage("the page says a verdict", page);
		}
		return page.find("article.verdict").flatMap(
				said -> Arrays.stream(Verdict.values()).filter(verdict -> said.hasClass(verdict.name().toLowerCase(Locale.ROOT))).findFirst());
	}
}
