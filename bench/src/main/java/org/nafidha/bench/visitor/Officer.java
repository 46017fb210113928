package org.nafidha.bench.visitor;

import java.io.IOException;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** An officer of the back office, signed in. The centre says which file is next. */
public final class Officer {

	private static final String DECISION = "form[action^=/office/tasks/]";

	private final Visitor visitor;

	private Officer(Visitor visitor) {
		this.visitor = visitor;
	}

	public static Officer signIn(Visitor visitor, Account account) throws IOException, InterruptedException {
		StaffEntrance.signIn(visitor, account);
		return new Officer(visitor);
	}

	/** The file on the desk. */
	public record File(WebPage page, WebForm form) {

		public boolean isAbout(String caseNumber) {
			return page.shows(caseNumber);
		}

		/** Whether a text can be read on it. */
		public boolean tells(String text) {
			return page.find("main").map(Element::text).orElse("").contains(text);
		}

		/** The decision filled in. */
		public WebForm decision(String outcome, String reason) {
			return form.with("outcome", outcome).with("reason", reason);
		}

		/** The first outcome that the file offers, for its first reason: in our procedures the one that grants. */
		public WebForm firstDecision() throws WrongPage {
			String outcome = page.find(DECISION + " input[name=outcome]").map(choice -> choice.attr("value"))
					.orElseThrow(() -> new WrongPage("the file has an outcome", page));
			String reason = page.find(DECISION + " optgroup option").map(option -> option.attr("value"))
					.orElseThrow(() -> new WrongPage("the outcome has a reason", page));
			return decision(outcome, reason);
		}
	}

	/** The next file; empty when nothing waits. */
	public Optional<File> next() throws IOException, InterruptedException {
		WebPage page = visitor.open("/office");
		if (!page.isOk() || !page.path().equals("/office")) {
			throw new WrongPage("the office opens", page);
		}
		return page.form(DECISION).map(form -> new File(page, form));
	}

	/** Decides; the same form again decides nothing more. */
	public void decide(WebForm decision) throws IOException, InterruptedException {
		WebPage answer = visitor.send(decision);
		if (!answer.leadsTo().orElse("").equals("/office")) {
			throw new WrongPage("the decision is taken", answer);
		}
	}
}
