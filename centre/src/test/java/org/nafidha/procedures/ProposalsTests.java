package org.nafidha.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.Decision;
import org.nafidha.cases.OpenCase;
import org.nafidha.journal.Entry;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.procedures.Publications.Version;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What one engineer proposes, another publishes, refuses or retires. */
@CentreTest
class ProposalsTests extends TwoEngineers {

	@Autowired
	Procedures procedures;
	@Autowired
	Publications publications;
	@Autowired
	Journal journal;
	@Autowired
	Cases cases;
	@Autowired
	Tasks tasks;

	@Test
	void oneProposesAnotherApprovesAndExactlyThatTextIsPublished() {
		Draft draft = ready("one");
		Proposal proposal = proposals.propose(draft.id(), draft.revision(), "new service", ONE).orThrow();
		assertThat(code(drafts.save(draft.id(), draft.revision(), draft.text() + "# later\n", ONE))).isEqualTo("draft.proposed");
		assertThat(code(proposals.approve(proposal.id(), ONE))).isEqualTo("proposal.own");
		assertThat(code(proposals.refuse(proposal.id(), ONE))).isEqualTo("proposal.own");
		assertThat(procedures.current(id)).isEmpty();
		assertThat(proposals.approve(proposal.id(), OTHER).orThrow().outcome()).isEqualTo("approved");
		assertThat(procedures.current(id).orElseThrow().text()).isEqualTo(draft.text());
		Version version = publications.versions(id).getFirst();
		assertThat(version.sha256()).isEqualTo(proposal.sha256());
		assertThat(journal.about(id)).extracting(Entry::kind).containsExactly("procedure.proposed", "procedure.published");
		assertThat(journal.about(id)).allSatisfy(entry -> assertThat(entry.facts()).contains(version.sha256()));
		assertThat(code(proposals.approve(proposal.id(), OTHER))).isEqualTo("proposal.closed");
		assertThat(code(drafts.save(draft.id(), draft.revision(), "x", ONE))).isEqualTo("draft.closed");
	}

	@Test
	void aRefusedOrWithdrawnProposalPublishesNothingAndTheDraftCanBeWrittenAgain() {
		Draft draft = ready("refused");
		Proposal first = proposals.propose(draft.id(), draft.revision(), "please look", ONE).orThrow();
		assertThat(code(proposals.propose(draft.id(), draft.revision(), "again", OTHER))).isEqualTo("proposal.open-already");
		assertThat(proposals.refuse(first.id(), OTHER).orThrow().outcome()).isEqualTo("refused");
		Proposal second = proposals.propose(draft.id(), draft.revision(), "please look again", ONE).orThrow();
		assertThat(code(proposals.withdraw(second.id(), OTHER))).isEqualTo("proposal.not-proposer");
		assertThat(proposals.withdraw(second.id(), ONE).orThrow().outcome()).isEqualTo("withdrawn");
		assertThat(procedures.current(id)).isEmpty();
		assertThat(drafts.save(draft.id(), draft.revision(), draft.text() + "# more\n", OTHER)).isInstanceOf(Result.Ok.class);
		assertThat(journal.about(id)).extracting(Entry::kind).containsExactly("procedure.proposed", "procedure.proposal-refused",
				"procedure.proposed",
				"procedure.proposal-withdrawn");
	}

	@Test
	void whatTheChecksFindOrWasOvertakenIsNotProposed() {
		Draft draft = ready("unsound");
		Draft unsound = drafts.save(draft.id(), draft.revision(), draft.text().replace("grant: end-granted", "grant: nowhere"), ONE).orThrow();
		assertThat(code(proposals.propose(unsound.id(), unsound.revision(), "please", ONE))).isEqualTo("proposal.unsound");
		assertThat(code(proposals.propose(unsound.id(), 1, "please", ONE))).isEqualTo("draft.overtaken");
		assertThat(code(proposals.propose(unsound.id(), unsound.revision(), " ", ONE))).isEqualTo("proposal.note");
		publish(ready("first"));
		Draft one = next(1, "one");
		Draft other = next(1, "other");
		publish(one);
		assertThat(code(proposals.propose(other.id(), other.revision(), "please", ONE))).isEqualTo("proposal.overtaken");
		Draft rebased = drafts.rebase(other.id(), ONE).orThrow();
		assertThat(rebased.base()).isEqualTo(new Draft.Base(id, 2));
		assertThat(code(proposals.propose(other.id(), other.revision(), "please", ONE))).as("it still says version 2").isEqualTo("proposal.version");
		Draft third = drafts.save(other.id(), other.revision(), other.text().replace("version: 2", "version: 3"), ONE).orThrow();
		publish(third);
		assertThat(procedures.current(id).orElseThrow().version()).isEqualTo(3);
	}

	@Test
	void aTextThatIsThePublishedOneIsNotProposedAgain() {
		publish(ready("first"));
		Draft again = drafts.start(id, 1, ONE).orThrow();
		assertThat(refusal(proposals.propose(again.id(), again.revision(), "please", ONE))).satisfies(refusal -> {
			assertThat(refusal.code()).isEqualTo("proposal.unchanged");
			assertThat(refusal.values()).containsEntry("version", "1");
		});
	}

	@Test
	void whatWasOvertakenWhileItWaitedIsNotApproved() {
		Draft draft = ready("waits");
		Proposal proposal = proposals.propose(draft.id(), draft.revision(), "please", ONE).orThrow();
		publications.publish("release.yaml", draft.text() + "# as it came with a release\n", new Actor.System("test"));
		assertThat(code(proposals.approve(proposal.id(), OTHER))).isEqualTo("proposal.id-taken");
		assertThat(journal.about(id)).extracting(Entry::kind).containsExactly("procedure.proposed", "procedure.published");
		assertThat(proposals.refuse(proposal.id(), OTHER)).isInstanceOf(Result.Ok.class);
	}

	@Test
	void aRetiredServiceIsOfferedToNobodyAndItsRunningCasesGoOn() {
		publish(ready("retired"));
		Actor.Citizen person = new Actor.Citizen(UUID.randomUUID().toString());
		CaseFile running = cases.open(open(person)).orThrow();
		Proposal proposal = proposals.proposeRetirement(id, "replaced by another service", ONE).orThrow();
		assertThat(code(proposals.approve(proposal.id(), ONE))).isEqualTo("proposal.own");
		assertThat(procedures.retired(id, 1)).isEmpty();
		proposals.approve(proposal.id(), OTHER).orThrow();
		assertThat(procedures.retired(id, 1)).isPresent();
		assertThat(procedures.current(id)).as("its page can still be read").isPresent();
		assertThat(code(cases.open(open(person)))).isEqualTo("procedure.retired");
		assertThat(code(proposals.proposeRetirement(id, "again", ONE))).isEqualTo("procedure.retired");
		Task task = tasks.find(running.openVisits().getFirst().task()).orElseThrow();
		assertThat(cases.decide(new Decision("k", task.id(), new Actor.Officer(String.valueOf(task.officer())), "grant", "all-met", null, null))
				.orThrow().end())
				.isEqualTo("end-granted");
		assertThat(journal.about(id)).extracting(Entry::kind).containsExactly("procedure.proposed", "procedure.published",
				"procedure.retirement-proposed", "procedure.retired");
		publish(next(1, "again"));
		assertThat(procedures.retired(id, 2)).as("a new version is offered again").isEmpty();
		assertThat(cases.open(open(person))).isInstanceOf(Result.Ok.class);
	}

	private OpenCase open(Actor.Citizen person) {
		return new OpenCase(UUID.randomUUID().toString(), id, Channel.COUNTER, person.personId(), null, Map.of("subject", "x"), person);
	}
}
