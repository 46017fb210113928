package org.nafidha.procedures.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nafidha.journal.Entry;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.platform.Texts;
import org.nafidha.procedures.Finding;
import org.nafidha.procedures.Finding.Kind;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.ProcedureChecks;
import org.nafidha.procedures.Procedures;
import org.nafidha.procedures.Publications;
import org.nafidha.procedures.Publications.Publication;
import org.nafidha.procedures.Publications.Publication.Published;
import org.nafidha.procedures.Publications.Publication.Refused;
import org.nafidha.procedures.Publications.Version;
import org.nafidha.procedures.internal.BundledFiles.BundledFile;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CentreTest
class PublicationTests {

	private static final Actor ENGINEER = new Actor.Officer("procedure-engineer");

	@Autowired
	Publications publications;
	@Autowired
	Procedures procedures;
	@Autowired
	ProcedureChecks checks;
	@Autowired
	BundledPublication bundled;
	@Autowired
	Journal journal;
	@Autowired
	JdbcClient db;
	@Autowired
	Texts texts;

	/** A sound procedure that needs no capability. */
	private static String text(String id, int version, String title) {
		return new Draft().with("evidence", "  {}\n").with("fees", "  {}\n").with("start", "check").without("pay").without("known").without("issue")
				.without("lapsed").review("check", "yes: granted, no: refused").text().replace("procedure: draft", "procedure: " + id)
				.replace("version: 1", "version: " + version).replace("name: { ar: م, en: draft }", "name: { ar: م, en: " + title + " }");
	}

	private Publication publish(String id, int version, String title) {
		return publications.publish(id + ".yaml", text(id, version, title), ENGINEER);
	}

	private static List<String> codes(Publication publication) {
		return ((Refused) publication).findings().stream().map(Finding::code).toList();
	}

	@Test
	void theBundledProceduresAreOffered() {
		assertThat(procedures.current()).extracting(Procedure::id).startsWith("temporary-register-statement", "violations-statement");
		Procedure statement = procedures.current("temporary-register-statement").orElseThrow();
		assertThat(procedures.version("temporary-register-statement", statement.version())).contains(statement);
		assertThat(procedures.version("temporary-register-statement", 999)).isEmpty();
		assertThat(procedures.current("unheard-of")).isEmpty();
	}

	@Test
	void nothingIsFoundWrongWithWhatThisHouseOffersAndTheDemonstrationsStaffCanCarryIt() {
		for (BundledFile file : BundledFiles.all().stream().filter(one -> !one.name().startsWith("test-")).toList()) {
			assertThat(checks.check(file.name(), file.text())).extracting(finding -> finding.text(texts, Texts.ENGLISH, file.name())).isEmpty();
		}
	}

	@Test
	void publishingIsWrittenToTheJournal() {
		Published published = (Published) publish("journalled", 1, "first");
		assertThat(published.already()).isFalse();
		assertThat(journal.about("journalled")).singleElement().satisfies(entry -> {
			assertThat(entry.id().value()).isEqualTo(published.version().entry());
			assertThat(entry.kind()).isEqualTo("procedure.published");
			assertThat(entry.actor()).isEqualTo("officer:procedure-engineer");
			assertThat(entry.facts()).contains("\"version\":1").contains(published.version().sha256());
		});
		assertThat(journal.about("temporary-register-statement")).extracting(Entry::actor).contains("system:release");
	}

	@Test
	void theSameTextIsPublishedOnce() {
		publish("repeated", 1, "first");
		assertThat(((Published) publish("repeated", 1, "first")).already()).isTrue();
		assertThat(journal.about("repeated")).hasSize(1);
	}

	@Test
	void anotherTextUnderTheSameVersionIsRefused() {
		publish("changed", 1, "first");
		assertThat(codes(publish("changed", 1, "second"))).containsExactly("version.taken");
		assertThat(procedures.version("changed", 1).orElseThrow().name().en()).isEqualTo("first");
	}

	@Test
	void aBundledTextThatChangedWithoutANewVersionStopsTheStart() {
		publish("shipped", 1, "first");
		bundled.publish(List.of(new BundledFile("shipped.yaml", text("shipped", 1, "first"))));
		assertThatThrownBy(() -> bundled.publish(List.of(new BundledFile("shipped.yaml", text("shipped", 1, "second")))))
				.hasMessageStartingWith("procedures/shipped.yaml: Version 1 was published before with another text")
				.hasMessageContaining("version 2");
	}

	@Test
	void aBundledFileThatIsNoProcedureStopsTheStartWithItsLine() {
		assertThatThrownBy(
				() -> bundled.publish(List.of(new BundledFile("typo.yaml", text("typo", 1, "t").replace("statutoryTerm", "statutroyTerm")))))
				.hasMessageContaining("procedures/typo.yaml:12: The key \"statutroyTerm\" means nothing here. Did you mean \"statutoryTerm\"?");
	}

	@Test
	void aNewVersionIsOfferedWithinASecondAndTheOldOneStays() throws InterruptedException {
		publish("grown", 1, "first");
		publish("grown", 2, "second");
		Thread.sleep(1_100);
		assertThat(procedures.current("grown").orElseThrow().version()).isEqualTo(2);
		assertThat(procedures.version("grown", 1).orElseThrow().name().en()).isEqualTo("first");
		assertThat(publications.versions("grown")).extracting(Version::version).containsExactly(2, 1);
		assertThat(codes(publish("grown", 1, "first again"))).containsExactly("version.taken");
	}

	@Test
	void aVersionBehindTheNewestIsRefused() {
		publish("skipping", 3, "third");
		assertThat(codes(publish("skipping", 2, "second"))).containsExactly("version.old");
	}

	@Test
	void anUnsoundDefinitionIsNotPublished() {
		String loop = text("looping", 1, "x").replace("then: { yes: granted, no: refused }", "then: { yes: granted, no: refused, again: check }")
				.replace("decisions:\n  check:\n",
						"decisions:\n  check:\n    again: { ar: ن, en: again, reasons: { because: { ar: س, en: because } } }\n");
		assertThat(codes(publications.publish("looping.yaml", loop, ENGINEER))).containsExactly("loop.unbounded");
		assertThat(procedures.version("looping", 1)).isEmpty();
		assertThat(journal.about("looping")).isEmpty();
	}

	@Test
	void whatTheStaffCannotCarryIsToldButPublished() {
		String text = text("unstaffed", 1, "x").replace("by: registrar, unit: temporary-register", "by: registrar, unit: archive");
		assertThat(((Published) publications.publish("unstaffed.yaml", text, ENGINEER)).staffing()).extracting(Finding::kind)
				.containsExactly(Kind.STAFFING);
	}

	@Test
	void manyNodesPublishingAtOncePublishOnce() throws Exception {
		try (ExecutorService nodes = Executors.newFixedThreadPool(8)) {
			List<Callable<Publication>> all = IntStream.range(0, 8).mapToObj(n -> (Callable<Publication>) () -> publish("raced", 1, "first"))
					.toList();
			long fresh = 0;
			for (var answer : nodes.invokeAll(all)) {
				fresh += ((Published) answer.get()).already() ? 0 : 1;
			}
			assertThat(fresh).isEqualTo(1);
		}
		assertThat(journal.about("raced")).hasSize(1);
	}

	@Test
	void theApplicationCannotChangeWhatWasPublished() {
		assertThatThrownBy(() -> db.sql("update procedures.version set text = 'x'").update()).hasStackTraceContaining("permission denied");
		assertThatThrownBy(() -> db.sql("delete from procedures.version").update()).hasStackTraceContaining("permission denied");
	}
}
