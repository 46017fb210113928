package org.nafidha.console;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.OpenCase;
import org.nafidha.journal.Act;
import org.nafidha.journal.Entry;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.testing.CentreTest;
import org.nafidha.testing.SignIn;
import org.nafidha.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The journal browser over HTTP, as an auditor uses it. */
@CentreTest
class JournalConsoleTests {

	@Autowired
	Journal journal;
	@Autowired
	TransactionTemplate transaction;
	@Autowired
	Cases cases;
	@Autowired
	SignIn signIn;
	@Autowired
	JdbcClient db;
	@LocalServerPort
	int port;

	private final String subject = "console-" + UUID.randomUUID();

	@Test
	void everyKindOfEntryThatTheCentreWritesHasItsWords() {
		Set<String> of = EntryKinds.ALL.stream().map(kind -> kind.substring(0, kind.indexOf('.'))).collect(Collectors.toSet());
		List<String> written = db.sql("select distinct kind from journal.entry where split_part(kind, '.', 1) = any(?)")
				.param(of.toArray(String[]::new))
				.query((row, n) -> row.getString(1)).list();
		assertThat(EntryKinds.ALL).containsAll(written);
	}

	@Test
	void whatAnEntrySaysInCodesIsReadInWordsWhereThereAreSome() {
		transaction.executeWithoutResult(status -> journal.append(new Act("test.worded", subject, new Actor.System("tests"),
				Map.of("role", "cashier", "factor", "passkey", "proposal", true, "step", "no-such-word"))));
		Entry entry = journal.about(subject).getLast();
		String page = post(auditor(), "/console/journal/" + entry.id().value(), "complaint 17").body();
		assertThat(page).contains("<bdi>Cashier</bdi>", "<bdi>passkey</bdi>", "<bdi>Yes</bdi>", "no-such-word");
	}

	@Test
	void entriesAreFoundBySubjectAndKindNewestFirst() {
		write("test.first", 60);
		Entry last = write("test.second", 1);
		String all = auditor().get("/console/journal?lang=en&subject=" + subject).body();
		assertThat(all).contains("/console/journal/" + last.id().value() + "\"").contains("Search what is older").contains("test.first");
		String one = auditor().get("/console/journal?lang=en&kind=test.sec&subject=" + subject).body();
		assertThat(one).contains("/console/journal/" + last.id().value() + "\"").doesNotContain("test.first");
		Matcher older = Pattern.compile("href=\"(/console/journal\\?subject=[^\"]*before=\\d+)\"").matcher(all);
		assertThat(older.find()).isTrue();
		String rest = auditor().get(older.group(1).replace("&amp;", "&")).body();
		assertThat(rest).contains("test.first").doesNotContain("/console/journal/" + last.id().value() + "\"");
		assertThat(auditor().get("/console/journal?lang=en&subject=nobody-" + subject).body()).contains("No such entries");
		assertThat(auditor().get("/console/journal?lang=ar&kind=test.sec").body()).contains("سجل الوقائع").contains(subject);
		assertThat(auditor().get("/console/journal?subject=%00").statusCode()).isEqualTo(400);
	}

	@Test
	void proceduresAndWhatTheProductDoesByItselfAreCalledByNames() {
		String body = auditor().get("/console/journal?lang=ar&kind=procedure.published&subject=administrative-licence").body();
		assertThat(body).contains("ترخيص إداري").contains("administrative-licence").contains("إصدار البرنامج").contains("system:release");
	}

	@Test
	void anEntryShowsItsPositionAndProofButNotWhatItSaysOfPeople() {
		Entry entry = write("test.done", 1);
		String body = auditor().get("/console/journal/" + entry.id().value() + "?lang=en").body();
		assertThat(body).contains("Proof path").contains("— nafidha/aleppo ").contains("Purpose").doesNotContain("a-name-that-is-secret");
		assertThat(auditor().get("/console/journal/999999999999").statusCode()).isEqualTo(404);
	}

	@Test
	void lookingIntoAnEntryNeedsAPurposeAndIsItselfWrittenDown() {
		Entry entry = write("test.done", 1);
		String address = "/console/journal/" + entry.id().value();
		Visitor auditor = auditor();
		HttpResponse<String> refused = post(auditor, address, " x ");
		assertThat(refused.body()).doesNotContain("a-name-that-is-secret").contains("value=\" x \"");
		assertThat(journal.about(subject)).hasSize(1);
		assertThat(post(auditor, address, "complaint 17").body()).contains("a-name-that-is-secret");
		Entry read = journal.about(subject).getLast();
		assertThat(read.kind()).isEqualTo("journal.read");
		assertThat(read.actor()).startsWith("officer:");
		assertThat(read.facts()).isEqualTo("{\"entry\":" + entry.id().value() + ",\"purpose\":\"complaint 17\"}");
	}

	@Test
	void theDrawOfATaskCanBeLookedUpFromTheEntryThatOpenedIt() {
		String person = UUID.randomUUID().toString();
		CaseFile file = cases.open(new OpenCase(UUID.randomUUID().toString(), "test-permit", Channel.PORTAL, person, null,
				Map.of("note", "garage", "way", "straight"), new Actor.Citizen(person))).orThrow();
		await().atMost(60, SECONDS).until(() -> journal.about(file.number()).stream().allMatch(e -> e.position().isPresent()));
		Entry opened = journal.about(file.number()).getFirst();
		Matcher link = Pattern.compile("href=\"(/console/draws/\\d+)\"").matcher(auditor().get("/console/journal/" + opened.id().value()).body());
		assertThat(link.find()).isTrue();
		String draws = auditor().get(link.group(1) + "?lang=en").body();
		assertThat(draws).contains("href=\"/console/journal/" + opened.id().value() + "\"").contains("revealed the day after")
				.doesNotContain("does not stand in the journal");
		assertThat(auditor().get("/console/draws/999999999").statusCode()).isEqualTo(404);
	}

	@Test
	void whoIsNoInspectorIsKeptOut() {
		Entry entry = write("test.done", 1);
		Visitor reviewer = new Visitor(port).with(signIn.staff("omar"));
		assertThat(reviewer.get("/console/journal").statusCode()).isEqualTo(403);
		assertThat(reviewer.get("/console/journal/" + entry.id().value()).statusCode()).isEqualTo(403);
		assertThat(new Visitor(port).get("/console/journal").statusCode()).isNotEqualTo(200);
	}

	private Visitor auditor() {
		return new Visitor(port).with(signIn.staff("siham"));
	}

	private HttpResponse<String> post(Visitor visitor, String address, String purpose) {
		Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(visitor.get(address).body());
		assertThat(token.find()).isTrue();
		return visitor.post(address + "?lang=en", List.of("_csrf", token.group(1), "purpose", purpose));
	}

	/** The last of some entries about the subject, once all have their positions. */
	private Entry write(String kind, int count) {
		transaction.executeWithoutResult(t -> IntStream.range(0, count).forEach(
				i -> journal.append(new Act(kind, subject, new Actor.System("tests"), Map.of("name", "a-name-that-is-secret", "i", i)))));
		await().atMost(60, SECONDS).until(() -> journal.about(subject).stream().allMatch(e -> e.position().isPresent()));
		return journal.about(subject).getLast();
	}
}
