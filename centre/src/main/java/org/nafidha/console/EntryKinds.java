package org.nafidha.console;

import java.util.List;

/** Every kind of entry that the centre writes, in the order in which an inspector thinks of them; its words stand under {@code console.kind.<kind>}. */
public final class EntryKinds {

	public static final List<String> ALL = List.of("case.opened", "case.moved", "case.overdue", "case.papers-joined", "case.reopened",
			"case.version-moved", "case.dates-moved",
			"correspondence.asked", "correspondence.answered", "correspondence.opinion-asked", "correspondence.opinion-given",
			"correspondence.dates-moved", "task.drawn",
			"draw.committed",
			"draw.revealed", "conflict.declared", "conflict.withdrawn", "agency.asked", "agency.answered",
			"agency.refused", "agency.answer-reused", "agency.answer-late", "agency.answer-rejected", "payment.received", "document.issued",
			"document.sealed",
			"document.revocation-proposed", "document.revocation-refused", "document.revocation-withdrawn", "document.revoked", "register.entered",
			"register.searched", "register.demo-city-loaded", "counter.identified", "counter.person-entered", "person.viewed", "journal.read",
			"procedure.proposed", "procedure.proposal-refused", "procedure.proposal-withdrawn", "procedure.published",
			"procedure.retirement-proposed",
			"procedure.retired", "officer.added", "officer.moved", "officer.opened", "officer.closed", "officer.present", "officer.absent",
			"officer.password-set", "officer.password-changed", "officer.password-reset", "officer.app-linked", "officer.app-replaced",
			"officer.passkey-added", "officer.passkey-removed", "officer.second-factor-reset", "role.granted", "role.revoked", "staff.signed-in",
			"staff.signed-out", "staff.sign-in-failed", "unit.added", "unit.renamed", "calendar.declared", "calendar.taken-back");

	private EntryKinds() {
	}
}
