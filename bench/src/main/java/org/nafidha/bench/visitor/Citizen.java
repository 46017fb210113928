package org.nafidha.bench.visitor;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** A citizen on the portal, signed in. */
public final class Citizen {

	private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");
	private static final Pattern CASE = Pattern.compile("/my/cases/([^/?]+).*");
	private static final Duration DELIVERY = Duration.ofSeconds(10);
	private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
	private static final int QUESTIONS = 20;

	private final Visitor visitor;

	private Citizen(Visitor visitor) {
		this.visitor = visitor;
	}

	/** With a national number and the code that the demonstration's outbox delivers. {@link WrongPage} with 429 after too many codes. */
	public static Citizen signIn(Visitor visitor, String nationalNumber) throws IOException, InterruptedException {
		WebForm number = visitor.open("/sign-in").need("the citizen signs in", "form[action=/sign-in]").with("national", nationalNumber);
		WebPage asked = visitor.follow(visitor.send(number));
		WebForm code = asked.need("a code is sent", "form[action=/sign-in/code]");
		String reference = asked.find("main p bdi.num").map(Element::text).orElseThrow(() -> new WrongPage("the code has a reference", asked));
		WebPage entered = visitor.send(code.with("code", delivered(visitor, reference)));
		if (entered.leadsTo().isEmpty()) {
			throw new WrongPage("the code is accepted", entered);
		}
		return new Citizen(visitor);
	}

	/** Answers all questions, one page each, and stops at the last look: its form files the application. */
	public WebForm apply(Application application) throws IOException, InterruptedException {
		String at = "/services/" + application.service() + "/apply";
		WebPage page = visitor.open(at + "/q/" + application.firstQuestion());
		for (int i = 0; i < QUESTIONS; i++) {
			Optional<WebForm> lastLook = page.form("form[action=" + at + "/check]");
			if (lastLook.isPresent()) {
				return lastLook.get();
			}
			if (!page.links(at + "/check").isEmpty()) { // papers may be brought here, and this citizen has none
				page = visitor.open(at + "/check");
				continue;
			}
			WebForm question = page.need("a question of " + application.service(), "main form[method=post][action^=" + at + "]");
			WebPage answer = visitor.send(question.withAll(application.answers()));
			if (answer.leadsTo().isEmpty()) {
				throw new WrongPage("the answer at " + question.action() + " is accepted", answer);
			}
			page = visitor.follow(answer);
		}
		throw new WrongPage("the questions of " + application.service() + " come to an end", page);
	}

	/** Files the application and answers the number of the case; the same form again gives the same case. */
	public String file(WebForm lastLook) throws IOException, InterruptedException {
		WebPage answer = visitor.send(lastLook);
		Matcher number = CASE.matcher(answer.leadsTo().orElse(""));
		if (!number.matches()) {
			throw new WrongPage("the application is filed", answer);
		}
		return number.group(1);
	}

	/** The page of a case of one's own. */
	public WebPage look(String caseNumber) throws IOException, InterruptedException {
		WebPage page = visitor.open("/my/cases/" + caseNumber);
		if (!page.shows(caseNumber)) {
			throw new WrongPage("the case " + caseNumber + " is there", page);
		}
		return page;
	}

	/** Numbers of the documents that the case has brought. */
	public List<String> documents(String caseNumber) throws IOException, InterruptedException {
		String at = "/my/cases/" + caseNumber + "/documents/";
		return look(caseNumber).links(at).stream().map(link -> link.substring(at.length())).filter(link -> link.indexOf('/') < 0).toList();
	}

	public byte[] pdf(String caseNumber, String document) throws IOException, InterruptedException {
		WebPage file = visitor.get("/my/cases/" + caseNumber + "/documents/" + document);
		if (!file.isOk()) {
			throw new WrongPage("the document " + document + " is downloaded", file);
		}
		return file.body();
	}

	/** The proof that the document stands in the journal; empty while the journal has not come to it, which takes up to two seconds. */
	public Optional<byte[]> proof(String caseNumber, String document) throws IOException, InterruptedException {
		WebPage file = visitor.get("/my/cases/" + caseNumber + "/documents/" + document + "/receipt");
		return file.isOk() ? Optional.of(file.body()) : Optional.empty();
	}

	private static String delivered(Visitor visitor, String reference) throws IOException, InterruptedException {
		long end = System.nanoTime() + DELIVERY.toNanos();
		WebPage outbox = visitor.open("/demo/outbox");
		while (System.nanoTime() < end) {
			Optional<Matcher> code = outbox.find("article:has(h2:contains(" + reference + "))").map(Element::text).map(CODE::matcher)
					.filter(Matcher::find);
			if (code.isPresent()) {
				return code.get().group();
			}
			Thread.sleep(LOOK_AGAIN);
			outbox = visitor.open("/demo/outbox");
		}
		throw new WrongPage("the code " + reference + " is delivered within " + DELIVERY.toSeconds() + " s", outbox);
	}
}
