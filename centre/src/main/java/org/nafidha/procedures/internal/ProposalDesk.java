package org.nafidha.procedures.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.nafidha.journal.Act;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Draft;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Proposal;
import org.nafidha.procedures.Proposal.Kind;
import org.nafidha.procedures.Proposals;
import org.nafidha.procedures.Publications.Publication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Proposals and what becomes of them. */
@Component
class ProposalDesk implements Proposals {

	/** What every act here is done with. */
	@Component
	record Work(Journal journal, TransactionTemplate transaction, InstantSource clock) {
	}

	private final ProposalStore store;
	private final DraftStore drafts;
	private final ProposalRules rules;
	private final Publisher publisher;
	private final PublishedProcedures procedures;
	private final Work work;

	ProposalDesk(ProposalStore store, DraftStore drafts, ProposalRules rules, Publisher publisher, PublishedProcedures procedures, Work work) {
		this.store = store;
		this.drafts = drafts;
		this.rules = rules;
		this.publisher = publisher;
		this.procedures = procedures;
		this.work = work;
	}

	@Override
	public List<Proposal> open() {
		return store.open();
	}

	@Override
	public Optional<Proposal> find(long id) {
		return store.find(id);
	}

	@Override
	public Optional<Proposal> openFor(String procedure) {
		return store.openFor(procedure);
	}

	@Override
	public Optional<Proposal> openForDraft(long draft) {
		return store.openForDraft(draft);
	}

	@Override
	public Optional<Refusal> whyNotProposed(Draft draft) {
		return rules.whyNot(draft);
	}

	@Override
	public Result<Proposal> propose(long id, int revision, String note, Actor.Officer by) {
		return inOneTransaction(() -> {
			Optional<Draft> draft = drafts.locked(id);
			Optional<Refusal> refusal = draft.isEmpty()
					? Optional.of(Refusal.of("draft.unknown"))
					: whyNot(draft.get(), revision).or(() -> unfit(note)).or(() -> rules.whyNot(draft.get()));
			return refusal.map(Refusal::<Proposal>asResult).orElseGet(() -> proposed(draft.orElseThrow(), note.strip(), by));
		});
	}

	private static Optional<Refusal> whyNot(Draft draft, int revision) {
		if (draft.closed() != null) {
			return Optional.of(Refusal.of("draft.closed"));
		}
		return draft.revision() == revision
				? Optional.empty()
				: Optional.of(Refusal.of("draft.overtaken", Map.of("by", draft.savedBy(), "revision", Integer.toString(draft.revision()))));
	}

	private static Optional<Refusal> unfit(String note) {
		int length = note.strip().length();
		return length >= NOTE_LEAST && length <= NOTE_LIMIT
				? Optional.empty()
				: Optional.of(Refusal.of("proposal.note", Map.of("least", Integer.toString(NOTE_LEAST), "limit", Integer.toString(NOTE_LIMIT))));
	}

	private Result<Proposal> proposed(Draft draft, String note, Actor.Officer by) {
		Procedure procedure = rules.procedure(draft);
		String sha256 = VersionStore.sha256(draft.text());
		long entry = journal("procedure.proposed", procedure.id(), by,
				Map.of("version", procedure.version(), "sha256", sha256, "noteSha256", VersionStore.sha256(note)));
		return inserted(
				new Proposal(0, Kind.PUBLISH, procedure.id(), procedure.version(), draft.id(), draft.revision(), sha256, note, by.officerId(), now(),
						entry, null));
	}

	@Override
	public Result<Proposal> proposeRetirement(String id, String note, Actor.Officer by) {
		return inOneTransaction(() -> {
			Optional<Procedure> procedure = procedures.refresh().stream().filter(one -> one.id().equals(id)).findFirst();
			Optional<Refusal> refusal = procedure.isEmpty()
					? Optional.of(Refusal.of("procedure.unknown"))
					: retired(procedure.get()).or(() -> unfit(note));
			return refusal.map(Refusal::<Proposal>asResult).orElseGet(() -> retiring(procedure.orElseThrow(), note.strip(), by));
		});
	}

	private Result<Proposal> retiring(Procedure procedure, String note, Actor.Officer by) {
		String sha256 = VersionStore.sha256(procedure.text());
		long entry = journal("procedure.retirement-proposed", procedure.id(), by,
				Map.of("version", procedure.version(), "sha256", sha256, "noteSha256", VersionStore.sha256(note)));
		return inserted(
				new Proposal(0, Kind.RETIRE, procedure.id(), procedure.version(), null, null, sha256, note, by.officerId(), now(), entry, null));
	}

	private Optional<Refusal> retired(Procedure procedure) {
		return procedures.retired(procedure.id(), procedure.version()).map(at -> Refusal.of("procedure.retired"));
	}

	private Result<Proposal> inserted(Proposal proposal) {
		return store.insert(proposal).flatMap(store::find).map(Result::ok).orElseGet(() -> Refusal.of("proposal.open-already").asResult());
	}

	@Override
	public Result<Proposal> approve(long proposal, Actor.Officer by) {
		Result<Proposal> result = inOneTransaction(() -> judged(proposal, by).then(open -> switch (open.kind()) {
			case PUBLISH -> published(open, by);
			case RETIRE -> retired(open, by);
		}));
		afterCommit(procedures::forget);
		return result;
	}

	/** Not before the caller's transaction has ended as well: what it takes back must never have been offered. */
	private static void afterCommit(Runnable act) {
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			act.run();
			return;
		}
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				act.run();
			}
		});
	}

	/** The very text that was proposed, after another look at everything. */
	private Result<Proposal> published(Proposal proposal, Actor.Officer by) {
		Draft draft = drafts.locked(Objects.requireNonNull(proposal.draft())).orElseThrow();
		String text = drafts.text(draft.id(), Objects.requireNonNull(proposal.revision())).orElseThrow();
		if (draft.revision() != proposal.revision() || !VersionStore.sha256(text).equals(proposal.sha256())) {
			throw new IllegalStateException("the text of the draft " + draft.id() + " is not the one that was proposed");
		}
		Optional<Refusal> refusal = rules.whyNot(draft);
		if (refusal.isPresent()) {
			return refusal.get().asResult();
		}
		return switch (publisher.publish(draft.fileName(), text, by, Map.of("proposal", proposal.entry(), "proposedBy", proposal.proposedBy()))) {
			case Publication.Published(var version, boolean already, var staffing) -> {
				drafts.close(draft.id(), "published", now());
				yield Result.ok(ended(proposal, "approved", by, version.entry()));
			}
			case Publication.Refused(var findings) -> Refusal.of("proposal.unsound", "count", Integer.toString(findings.size())).asResult();
		};
	}

	private Result<Proposal> retired(Proposal proposal, Actor.Officer by) {
		Procedure newest = procedures.refresh().stream().filter(one -> one.id().equals(proposal.procedure())).findFirst().orElseThrow();
		if (newest.version() != proposal.version()) {
			return Refusal
					.of("proposal.overtaken", Map.of("version", Integer.toString(newest.version()), "base", Integer.toString(proposal.version())))
					.asResult();
		}
		long entry = journal("procedure.retired", proposal.procedure(), by,
				Map.of("version", proposal.version(), "sha256", proposal.sha256(), "proposal", proposal.entry(), "proposedBy",
						proposal.proposedBy()));
		store.retire(proposal.procedure(), proposal.version(), now(), entry);
		return Result.ok(ended(proposal, "approved", by, entry));
	}

	@Override
	public Result<Proposal> refuse(long proposal, Actor.Officer by) {
		return inOneTransaction(() -> judged(proposal, by).map(open -> ended(open, "refused", by)));
	}

	@Override
	public Result<Proposal> withdraw(long proposal, Actor.Officer by) {
		return inOneTransaction(() -> locked(proposal).then(open -> open.proposedBy().equals(by.officerId())
				? Result.ok(ended(open, "withdrawn", by))
				: Refusal.of("proposal.not-proposer").asResult()));
	}

	private Proposal ended(Proposal proposal, String outcome, Actor.Officer by) {
		return ended(proposal, outcome, by, journal("procedure.proposal-" + outcome, proposal.procedure(), by,
				Map.of("proposal", proposal.entry(), "version", proposal.version())));
	}

	private Proposal ended(Proposal proposal, String outcome, Actor.Officer by, long entry) {
		store.end(proposal.id(), outcome, by.officerId(), now(), entry);
		return store.find(proposal.id()).orElseThrow();
	}

	private Result<Proposal> judged(long proposal, Actor.Officer by) {
		return locked(proposal).then(open -> open.proposedBy().equals(by.officerId()) ? Refusal.of("proposal.own").asResult() : Result.ok(open));
	}

	private Result<Proposal> locked(long proposal) {
		return store.locked(proposal).map(Result::ok).orElseGet(() -> Refusal.of("proposal.closed").asResult());
	}

	private long journal(String kind, String subject, Actor.Officer by, Map<String, ?> facts) {
		return work.journal().append(new Act(kind, subject, by, facts)).value();
	}

	private Instant now() {
		return work.clock().instant().truncatedTo(ChronoUnit.MICROS);
	}

	/** A refused act leaves no trace. */
	private <T> Result<T> inOneTransaction(Supplier<Result<T>> act) {
		return Objects.requireNonNull(work.transaction().execute(status -> {
			Result<T> result = act.get();
			if (result instanceof Result.Refused<T>) {
				status.setRollbackOnly();
			}
			return result;
		}));
	}
}
