package org.nafidha.bench.visitor;

import java.io.IOException;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** A clerk at a counter, signed in. A visit is the path of the screen on which one person has been identified. */
public final class Clerk {

	private static final String COUNTER = "/counter";
	private static final int DESKS = 99;
	private static final long NOTE_MINOR = 500_00;

	private final Visitor visitor;

	private Clerk(Visitor visitor) {
		this.visitor = visitor;
	}

	public static Clerk signIn(Visitor visitor, Account account) throws IOException, InterruptedException {
		StaffEntrance.signIn(visitor, account);
		return new Clerk(visitor);
	}

	/** Opens a cash desk: the first that is free from the given one on. False if the clerk has one open already. */
	public boolean openDesk(int from) throws IOException, InterruptedException {
		WebPage counter = counter();
		for (int i = 0; i < DESKS; i++) {
			Optional<WebForm> closed = counter.form("form:has(input[name=desk])");
			if (closed.isEmpty()) {
				return false;
			}
			WebPage answer = visitor.send(closed.get().with("desk", Integer.toString((from - 1 + i) % DESKS + 1)));
			if (answer.leadsTo().isPresent()) {
				return true;
			}
			counter = answer;
		}
		throw new WrongPage("a cash desk is free", counter);
	}

	public void leaveDesk() throws IOException, InterruptedException {
		WebPage counter = counter();
		WebPage answer = visitor.send(counter.need("the cash desk is left", "form:has(button[name=leave])").with("leave", "1"));
		if (answer.leadsTo().isEmpty()) {
			throw new WrongPage("the cash desk is left", answer);
		}
	}

	/** Identifies a person and answers the visit. */
	public String identify(String nationalNumber) throws IOException, InterruptedException {
		WebForm form = counter().need("somebody is identified", "form:has(input[name=national])").with("national", nationalNumber);
		WebPage answer = visitor.send(form);
		return answer.leadsTo().filter(path -> path.startsWith(COUNTER + "/visits/"))
				.orElseThrow(() -> new WrongPage("the person is identified", answer));
	}

	/** The form of a service with the answers filled in. */
	public WebForm ask(String visit, Application application) throws IOException, InterruptedException {
		String path = visit + "/services/" + application.service();
		return visitor.open(path).need("the questions of " + application.service(), "form[action=" + path + "]").withAll(application.answers());
	}

	/** Opens the case and answers its number; the same form again gives the same case. */
	public String open(WebForm asked) throws IOException, InterruptedException {
		WebPage answer = visitor.send(asked);
		return answer.leadsTo().filter(path -> path.contains("/cases/")).map(path -> path.substring(path.lastIndexOf('/') + 1))
				.orElseThrow(() -> new WrongPage("the case is opened", answer));
	}

	/** Whether something is owed for the case now. */
	public boolean owed(String visit, String caseNumber) throws IOException, InterruptedException {
		return matter(visit, caseNumber).has("input[name=charge]");
	}

	/** The form that takes what is owed for the case, with the sum typed in that a person hands over. */
	public WebForm till(String visit, String caseNumber) throws IOException, InterruptedException {
		WebPage page = matter(visit, caseNumber);
		String wanted = "the fee of " + caseNumber + " is due";
		WebForm form = page.need(wanted, "form:has(input[name=charge])");
		long due = page.find("[data-change]").map(sum -> Long.parseLong(sum.attr("data-change"))).orElseThrow(() -> new WrongPage(wanted, page));
		return form.with("received", Long.toString((due + NOTE_MINOR - 1) / NOTE_MINOR * NOTE_MINOR / 100));
	}

	/** Takes the money; the same form again takes it no second time. */
	public void take(WebForm till) throws IOException, InterruptedException {
		WebPage answer = visitor.send(till);
		if (!answer.leadsTo().orElse("").equals(till.action())) {
			throw new WrongPage("the fee is taken", answer);
		}
	}

	/** Number of the receipt that the screen offers to print; empty while nothing is paid. */
	public Optional<String> receipt(String visit, String caseNumber) throws IOException, InterruptedException {
		String start = visit + "/cases/" + caseNumber + "/receipts/";
		return matter(visit, caseNumber).links(start).stream().map(link -> link.substring(start.length())).findFirst();
	}

	/** The printed receipt. */
	public WebPage slip(String visit, String caseNumber, String receipt) throws IOException, InterruptedException {
		WebPage slip = visitor.get(visit + "/cases/" + caseNumber + "/receipts/" + receipt);
		if (!slip.isOk() || !slip.find("h1").map(Element::text).orElse("").contains(receipt)) {
			throw new WrongPage("the receipt " + receipt + " is printed", slip);
		}
		return slip;
	}

	private WebPage counter() throws IOException, InterruptedException {
		return visitor.open(COUNTER);
	}

	private WebPage matter(String visit, String caseNumber) throws IOException, InterruptedException {
		WebPage page = visitor.open(visit + "/cases/" + caseNumber);
		if (!page.has("#matter")) {
			throw new WrongPage("the case " + caseNumber + " is on the screen", page);
		}
		return page;
	}
}
