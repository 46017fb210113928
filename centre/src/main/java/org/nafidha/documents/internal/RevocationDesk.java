package org.nafidha.documents.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.documents.IssuedDocument.Revocation;
import org.nafidha.documents.RevocationProposal;
import org.nafidha.documents.RevocationReason;
import org.nafidha.documents.Revocations;
import org.nafidha.documents.internal.ProposalTable.Open;
import org.nafidha.identity.SignedIn;
import org.nafidha.journal.Act;
import org.nafidha.journal.EntryId;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.platform.Texts;
import org.springframework.stereotype.Component;

/** Proposals and what becomes of them. */
@Component
class RevocationDesk implements Revocations {

	private final DocumentRegister register;
	private final ProposalTable proposals;
	private final RevocationRules rules;
	private final Journal journal;
	private final Texts texts;
	private final Issuing.Work work;

	RevocationDesk(DocumentRegister register, ProposalTable proposals, RevocationRules rules, Journal journal, Texts texts, Issuing.Work work) {
		this.register = register;
		this.proposals = proposals;
		this.rules = rules;
		this.journal = journal;
		this.texts = texts;
		this.work = work;
	}

	@Override
	public List<RevocationProposal> open(SignedIn.Staff by) {
		return proposals.open().stream().filter(open -> rules.oversees(open.procedure(), open.version(), by)).limit(LIST_LIMIT).map(Open::proposal)
				.toList();
	}

	@Override
	public Optional<RevocationProposal> openFor(String number) {
		return proposals.openFor(number).map(Open::proposal);
	}

	@Override
	public Result<IssuedDocument> document(String number, SignedIn.Staff by) {
		Optional<IssuedDocument> document = register.byNumber(number).map(StoredDocument::document);
		if (document.isEmpty()) {
			return Refusal.of("document.unknown", "number", number).asResult();
		}
		return rules.oversees(document.get().procedure(), document.get().version(), by)
				? Result.ok(document.get())
				: Refusal.of("revocation.not-your-unit", "number", number).asResult();
	}

	@Override
	public Optional<Refusal> whyNotJudge(RevocationProposal proposal, SignedIn.Staff by) {
		return judged(proposal, by) instanceof Result.Refused<IssuedDocument>(Refusal refusal) ? Optional.of(refusal) : Optional.empty();
	}

	@Override
	public Result<RevocationProposal> propose(String number, RevocationReason reason, String note, SignedIn.Staff by) {
		String words = note.strip();
		return inOneTransaction(() -> document(number, by)
				.then(document -> rules.whyNotProposed(document, words).map(Refusal::<IssuedDocument>asResult).orElse(Result.ok(document)))
				.then(document -> proposed(document, reason, words, by)));
	}

	private Result<RevocationProposal> proposed(IssuedDocument document, RevocationReason reason, String note, SignedIn.Staff by) {
		Instant at = now();
		// the note may speak of people: the journal holds only what proves it unchanged
		String noteSha256 = Base64.getEncoder().encodeToString(CityKeys.sha256(note.getBytes(StandardCharsets.UTF_8)));
		EntryId entry = journal.append(new Act("document.revocation-proposed", document.number(), by.actor(),
				Map.of("reason", reason.code(), "noteSha256", noteSha256)));
		return proposals.insert(document.number(), reason, note, by.officerId(), at, entry)
				.map(id -> Result.ok(new RevocationProposal(id, document.number(), document.title(), reason, note, by.officerId(), at, entry)))
				.orElseGet(() -> Refusal.of("revocation.open-already").asResult());
	}

	@Override
	public Result<IssuedDocument> confirm(long proposal, SignedIn.Staff by) {
		return inOneTransaction(() -> locked(proposal).then(open -> judged(open, by).then(document -> revoked(open, document, by))));
	}

	private Result<IssuedDocument> revoked(RevocationProposal proposal, IssuedDocument document, SignedIn.Staff by) {
		LocalizedText words = new LocalizedText(texts.text(Texts.ARABIC, proposal.reason().textKey()),
				texts.text(Texts.ENGLISH, proposal.reason().textKey()));
		EntryId entry = journal.append(new Act("document.revoked", document.number(), by.actor(),
				Map.of("reason", words.ar(), "code", proposal.reason().code(), "proposal", proposal.entry().value())));
		Revocation revocation = new Revocation(now(), words, entry);
		if (!register.revoke(document.number(), revocation, proposal, by.actor())) {
			return rules.revokedAlready(Objects.requireNonNull(register.byNumber(document.number()).orElseThrow().document().revocation()))
					.asResult();
		}
		proposals.end(proposal.id(), "confirmed", by.officerId(), revocation.at(), entry);
		return register.byNumber(document.number()).map(StoredDocument::document).map(Result::ok).orElseThrow();
	}

	@Override
	public Result<IssuedDocument> refuse(long proposal, SignedIn.Staff by) {
		return inOneTransaction(() -> locked(proposal).then(open -> judged(open, by).map(document -> ended(open, document, "refused", by))));
	}

	@Override
	public Result<IssuedDocument> withdraw(long proposal, SignedIn.Staff by) {
		return inOneTransaction(() -> locked(proposal).then(open -> open.proposedBy().equals(by.officerId())
				? Result.ok(ended(open, register.byNumber(open.number()).orElseThrow().document(), "withdrawn", by))
				: Refusal.of("revocation.not-proposer").asResult()));
	}

	private IssuedDocument ended(RevocationProposal proposal, IssuedDocument document, String outcome, SignedIn.Staff by) {
		EntryId entry = journal.append(new Act("document.revocation-" + outcome, document.number(), by.actor(),
				Map.of("proposal", proposal.entry().value())));
		proposals.end(proposal.id(), outcome, by.officerId(), now(), entry);
		return document;
	}

	private Result<RevocationProposal> locked(long proposal) {
		return proposals.locked(proposal).map(open -> Result.ok(open.proposal())).orElseGet(() -> Refusal.of("revocation.closed").asResult());
	}

	private Result<IssuedDocument> judged(RevocationProposal proposal, SignedIn.Staff by) {
		return document(proposal.number(), by).then(document -> rules.whyNotJudged(proposal, document.caseNumber(), by)
				.map(Refusal::<IssuedDocument>asResult).orElse(Result.ok(document)));
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
