package org.nafidha.documents.internal;

import java.util.Optional;
import org.nafidha.cases.Cases;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.documents.IssuedDocument.Revocation;
import org.nafidha.documents.RevocationProposal;
import org.nafidha.documents.Revocations;
import org.nafidha.identity.Role;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.Staff;
import org.nafidha.kernel.Refusal;
import org.nafidha.procedures.Procedures;
import org.springframework.stereotype.Component;

/** Who may propose and who may judge a revocation, and of which documents; changes nothing. */
@Component
class RevocationRules {

	private final Procedures procedures;
	private final Staff staff;
	private final Cases cases;
	private final PropertyFields moments;

	RevocationRules(Procedures procedures, Staff staff, Cases cases, PropertyFields moments) {
		this.procedures = procedures;
		this.staff = staff;
		this.cases = cases;
		this.moments = moments;
	}

	/** Heads and directors of the owning unit, or of one above it: a unit's code is its path from the top. */
	boolean oversees(String procedure, int version, SignedIn.Staff by) {
		boolean heads = by.roles().contains(Role.HEAD) || by.roles().contains(Role.DIRECTOR);
		return heads && procedures.version(procedure, version).flatMap(p -> staff.byId(by.officerId()).map(
				officer -> p.owner().equals(officer.unit()) || p.owner().startsWith(officer.unit() + "/"))).orElse(false);
	}

	Optional<Refusal> whyNotProposed(IssuedDocument document, String note) {
		Revocation revocation = document.revocation();
		if (revocation != null) {
			return Optional.of(revokedAlready(revocation));
		}
		if (!document.isSealed()) {
			return Optional.of(Refusal.of("document.not-sealed", "number", document.number()));
		}
		return note.length() < Revocations.NOTE_LEAST || note.length() > Revocations.NOTE_LIMIT
				? Optional.of(unfitNote())
				: Optional.empty();
	}

	Optional<Refusal> whyNotJudged(RevocationProposal proposal, String caseNumber, SignedIn.Staff by) {
		if (proposal.proposedBy().equals(by.officerId())) {
			return Optional.of(Refusal.of("revocation.own-proposal"));
		}
		return decided(caseNumber, by) ? Optional.of(Refusal.of("revocation.decided-the-case", "case", caseNumber)) : Optional.empty();
	}

	Refusal revokedAlready(Revocation revocation) {
		return Refusal.of("document.revoked-already", "on", moments.moment(revocation.at()));
	}

	private static Refusal unfitNote() {
		return Refusal.of("revocation.note", java.util.Map.of("least", Integer.toString(Revocations.NOTE_LEAST), "limit",
				Integer.toString(Revocations.NOTE_LIMIT)));
	}

	/** Whoever ended a human step of the case would judge their own work. */
	private boolean decided(String caseNumber, SignedIn.Staff by) {
		return cases.find(caseNumber).stream().flatMap(file -> file.visits().stream())
				.anyMatch(visit -> visit.task() != null && by.actor().text().equals(visit.closedBy()));
	}
}
