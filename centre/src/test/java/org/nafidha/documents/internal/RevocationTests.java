package org.nafidha.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.Visit;
import org.nafidha.documents.Documents;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.documents.PublicKeys;
import org.nafidha.documents.RevocationProposal;
import org.nafidha.documents.RevocationReason;
import org.nafidha.documents.Revocations;
import org.nafidha.documents.Verdict;
import org.nafidha.identity.Officer;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.Staff;
import org.nafidha.journal.Entry;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.procedures.Procedures;
import org.nafidha.testing.CentreTest;
import org.nafidha.testing.IssuedSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A document is revoked by two heads of its unit, never by one. */
@CentreTest
class RevocationTests {

	@Autowired
	Revocations revocations;
	@Autowired
	Documents documents;
	@Autowired
	PublicKeys keys;
	@Autowired
	Journal journal;
	@Autowired
	Staff staff;
	@Autowired
	Procedures procedures;
	@Autowired
	PropertyFields moments;
	@Autowired
	IssuedSample sample;
	@Autowired
	JdbcClient db;

	private IssuedDocument document;
	private SignedIn.Staff first;
	private SignedIn.Staff second;

	@BeforeEach
	void issueOne() {
		document = sample.issue();
		first = sample.head(0);
		second = sample.head(1);
	}

	@Test
	void aDocumentStaysValidUntilSomebodyElseHasConfirmed() {
		byte[] pdf = documents.pdf(document.number()).orElseThrow();
		RevocationProposal proposal = propose(first).orThrow();
		assertThat(documents.verifyNumber(document.number())).isInstanceOf(Verdict.Genuine.class);
		assertThat(keys.revokedJson()).doesNotContain(document.number());
		revocations.confirm(proposal.id(), second).orThrow();
		assertThat(documents.verifyPdf(pdf)).isInstanceOfSatisfying(Verdict.Revoked.class, revoked -> {
			assertThat(revoked.reason().ar()).isEqualTo("البيانات الواردة فيها غير صحيحة");
			assertThat(revoked.reason().en()).isEqualTo("The data in it are wrong");
		});
		assertThat(documents.verifyNumber(document.number())).isInstanceOf(Verdict.Revoked.class);
		assertThat(keys.statusJson(document.number())).contains("\"status\":\"revoked\"", "البيانات الواردة فيها غير صحيحة");
		assertThat(keys.revokedJson()).contains(document.number());
		assertThat(code(propose(first))).isEqualTo("document.revoked-already");
	}

	@Test
	void nobodyConfirmsOrRefusesTheirOwnProposal() {
		RevocationProposal proposal = propose(first).orThrow();
		assertThat(code(revocations.confirm(proposal.id(), first))).isEqualTo("revocation.own-proposal");
		assertThat(code(revocations.refuse(proposal.id(), first))).isEqualTo("revocation.own-proposal");
		assertThatThrownBy(() -> db
				.sql("""
						update documents.revocation_proposal set outcome = 'confirmed', ended_by = proposed_by, ended_at = now(), ended_entry = 1 where id = :id
						""")
				.param("id", proposal.id()).update()).as("nor does the database let a mistake of ours do it").hasStackTraceContaining("four_eyes");
	}

	@Test
	void onlyHeadsAndDirectorsOfTheUnitOrOfOneAboveItMayAct() {
		for (String outsider : List.of("omar", "reem", "sami", "siham", "wafaa", "duha", "nabil")) {
			assertThat(code(propose(officer(outsider)))).as(outsider).isEqualTo("revocation.not-your-unit");
		}
		RevocationProposal proposal = propose(officer("majd")).orThrow();
		assertThat(revocations.open(first)).extracting(RevocationProposal::id).contains(proposal.id());
		assertThat(revocations.open(officer("wafaa"))).extracting(RevocationProposal::id).doesNotContain(proposal.id());
		assertThat(code(revocations.confirm(proposal.id(), officer("wafaa")))).isEqualTo("revocation.not-your-unit");
		assertThat(revocations.confirm(proposal.id(), first)).isInstanceOf(Result.Ok.class);
	}

	@Test
	void whoDecidedAStepOfTheCaseDoesNotJudge() {
		Cases cases = mock(Cases.class);
		RevocationRules rules = new RevocationRules(procedures, staff, cases, moments);
		RevocationProposal proposal = propose(officer("majd")).orThrow();
		Instant at = Instant.parse("2026-11-24T09:00:00Z");
		Visit decided = new Visit("2026-000001-0", "review", 1, at, null, 7L, at, "granted", null, null, null, first.actor().text(), null, 1L, 2L);
		when(cases.find("2026-000001-0"))
				.thenReturn(Optional.of(new CaseFile("2026-000001-0", "violations-statement", 1, Channel.PORTAL, "p", null, null,
						at, at, null, 1, "granted", at, null, Map.of(), List.of(decided))));
		assertThat(rules.whyNotJudged(proposal, "2026-000001-0", first).orElseThrow().code()).isEqualTo("revocation.decided-the-case");
		assertThat(rules.whyNotJudged(proposal, "2026-000001-0", second)).isEmpty();
	}

	@Test
	void aProposalIsWithdrawnByItsProposerAloneOrRefusedByAnother() {
		RevocationProposal proposal = propose(first).orThrow();
		assertThat(code(propose(second))).isEqualTo("revocation.open-already");
		assertThat(code(revocations.withdraw(proposal.id(), second))).isEqualTo("revocation.not-proposer");
		revocations.withdraw(proposal.id(), first).orThrow();
		RevocationProposal another = propose(second).orThrow();
		revocations.refuse(another.id(), first).orThrow();
		assertThat(code(revocations.confirm(another.id(), first))).isEqualTo("revocation.closed");
		assertThat(revocations.openFor(document.number())).isEmpty();
		assertThat(documents.verifyNumber(document.number())).isInstanceOf(Verdict.Genuine.class);
		assertThat(journal.about(document.number())).extracting(Entry::kind).containsExactly("document.issued", "document.sealed",
				"document.revocation-proposed", "document.revocation-withdrawn", "document.revocation-proposed", "document.revocation-refused");
	}

	@Test
	void everyActIsWrittenDownOnceAndARefusedOneNotAtAll() {
		assertThat(code(revocations.propose(document.number(), RevocationReason.DECEIT, " x ", first))).isEqualTo("revocation.note");
		assertThat(code(revocations.propose("VST-1999-000001-5", RevocationReason.DECEIT, "why", first))).isEqualTo("document.unknown");
		RevocationProposal proposal = propose(first).orThrow();
		assertThat(code(propose(second))).isEqualTo("revocation.open-already");
		revocations.confirm(proposal.id(), second).orThrow();
		List<Entry> entries = journal.about(document.number());
		assertThat(entries).extracting(Entry::kind).containsExactly("document.issued", "document.sealed", "document.revocation-proposed",
				"document.revoked");
		assertThat(entries.get(2).facts()).contains("wrong-data").doesNotContain("a note about somebody");
		assertThat(entries.get(2).actor()).isEqualTo(first.actor().text());
		assertThat(entries.get(3).actor()).isEqualTo(second.actor().text());
		assertThat(entries.get(3).facts()).contains("\"proposal\":" + proposal.entry().value(), "\"code\":\"wrong-data\"", "البيانات");
	}

	@Test
	void ofTwoWhoJudgeAtOnceOneIsToldThatSomebodyWasQuicker() throws Exception {
		RevocationProposal proposal = propose(first).orThrow();
		List<Callable<Result<IssuedDocument>>> both = List.of(() -> revocations.confirm(proposal.id(), second),
				() -> revocations.refuse(proposal.id(), officer("majd")));
		List<String> answers = new ArrayList<>();
		try (var threads = Executors.newFixedThreadPool(2)) {
			for (Future<Result<IssuedDocument>> answer : threads.invokeAll(both)) {
				answers.add(code(answer.get()));
			}
		}
		assertThat(answers).containsExactlyInAnyOrder("", "revocation.closed");
		assertThat(journal.about(document.number())).hasSize(4);
	}

	private Result<RevocationProposal> propose(SignedIn.Staff by) {
		return revocations.propose(document.number(), RevocationReason.WRONG_DATA, " a note about somebody ", by);
	}

	/** The code of a refusal; empty for an act that was done. */
	private static String code(Result<?> result) {
		return result instanceof Result.Refused<?>(Refusal refusal) ? refusal.code() : "";
	}

	private SignedIn.Staff officer(String username) {
		Officer officer = staff.byId(db.sql("select id from identity.officer where username = :name").param("name", username).query(String.class)
				.single()).orElseThrow();
		return new SignedIn.Staff(officer.id(), officer.roles());
	}
}
