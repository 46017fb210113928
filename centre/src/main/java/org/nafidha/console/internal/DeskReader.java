package org.nafidha.console.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.nafidha.console.DraftLine;
import org.nafidha.console.DraftView;
import org.nafidha.console.FindingLine;
import org.nafidha.console.ProposalLine;
import org.nafidha.identity.Officer;
import org.nafidha.identity.Staff;
import org.nafidha.identity.Unit;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.platform.Texts;
import org.nafidha.procedures.Draft;
import org.nafidha.procedures.Drafts;
import org.nafidha.procedures.Finding;
import org.nafidha.procedures.LoadedProcedure;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.ProcedureChecks;
import org.nafidha.procedures.ProcedureLoader;
import org.nafidha.procedures.Procedures;
import org.nafidha.procedures.Proposal;
import org.nafidha.procedures.Proposals;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Drafts as the desk shows them: read, checked, and with the names of those who wrote them. */
@Component
class DeskReader {

	/** What reads and checks texts. */
	@Component
	record Readers(ProcedureLoader loader, ProcedureChecks checks) {
	}

	/** Names of drafts kept at most; a full memory is begun anew. */
	private static final int MOST_KEPT = 1_000;

	/** A text that was saved; it never changes. */
	private record Saved(long draft, int revision) {
	}

	private final Drafts drafts;
	private final Proposals proposals;
	private final Procedures procedures;
	private final Readers readers;
	private final Staff staff;
	private final Texts texts;
	/** What a saved text calls its service, empty while it defines none, so that the list does not read every draft each time. */
	private final ConcurrentMap<Saved, Optional<LocalizedText>> names = new ConcurrentHashMap<>();

	DeskReader(Drafts drafts, Proposals proposals, Procedures procedures, Readers readers, Staff staff, Texts texts) {
		this.drafts = drafts;
		this.proposals = proposals;
		this.procedures = procedures;
		this.readers = readers;
		this.staff = staff;
		this.texts = texts;
	}

	/** 404 for a draft that is not there. */
	DraftView view(long id, Locale locale) {
		return view(drafts.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)), locale);
	}

	DraftView view(Draft draft, Locale locale) {
		Draft.Base base = draft.base();
		Procedure before = base == null ? null : procedures.version(base.procedure(), base.version()).orElse(null);
		int newest = base == null ? 0 : procedures.current(base.procedure()).map(Procedure::version).orElse(0);
		return switch (readers.loader().load(draft.fileName(), draft.text())) {
			case LoadedProcedure.Loaded(Procedure procedure) -> new DraftView(draft, procedure.name(), procedure,
					lines(readers.checks().check(procedure), locale), before, newest, officer(draft.savedBy()),
					proposals.openForDraft(draft.id()).orElse(null));
			case LoadedProcedure.Faulty(String file, List<Finding> findings) ->
				new DraftView(draft, untitled(before), null, lines(findings, locale), before,
						newest, officer(draft.savedBy()), proposals.openForDraft(draft.id()).orElse(null));
		};
	}

	/** Drafts being written, without what the checks say. */
	List<DraftLine> drafts() {
		return drafts.open().stream().map(draft -> new DraftLine(draft, title(draft), officer(draft.savedBy()),
				proposals.openForDraft(draft.id()).isPresent())).toList();
	}

	List<ProposalLine> proposals() {
		return proposals.open().stream().map(proposal -> new ProposalLine(proposal, title(proposal), officer(proposal.proposedBy()))).toList();
	}

	private LocalizedText title(Draft draft) {
		Draft.Base base = draft.base();
		if (names.size() >= MOST_KEPT) {
			names.clear();
		}
		return names.computeIfAbsent(new Saved(draft.id(), draft.revision()), saved -> name(draft))
				.orElseGet(() -> untitled(base == null ? null : procedures.version(base.procedure(), base.version()).orElse(null)));
	}

	private Optional<LocalizedText> name(Draft draft) {
		return readers.loader().load(draft.fileName(), draft.text()) instanceof LoadedProcedure.Loaded(Procedure procedure)
				? Optional.of(procedure.name())
				: Optional.empty();
	}

	private LocalizedText title(Proposal proposal) {
		Long draft = proposal.draft();
		return draft == null
				? procedures.version(proposal.procedure(), proposal.version()).map(Procedure::name).orElse(untitled(null))
				: drafts.find(draft).map(this::title).orElse(untitled(null));
	}

	private LocalizedText untitled(@Nullable Procedure before) {
		return before != null
				? before.name()
				: new LocalizedText(texts.text(Texts.ARABIC, "desk.untitled"), texts.text(Texts.ENGLISH, "desk.untitled"));
	}

	List<FindingLine> lines(List<Finding> findings, Locale locale) {
		return findings.stream().map(finding -> new FindingLine(finding.line(), finding.text(texts, locale), finding.kind() == Finding.Kind.STAFFING))
				.toList();
	}

	LocalizedText officer(String id) {
		return staff.byId(id).map(Officer::name).orElse(new LocalizedText(id, id));
	}

	/** Names of all units of the council by their codes. */
	Map<String, String> units(Locale locale) {
		Map<String, String> names = new TreeMap<>();
		staff.units().forEach(unit -> names.put(unit.code(), unit.name().in(locale)));
		return names;
	}

	/** The name of a unit, or its code while there is no such unit. */
	String unit(String code, Locale locale) {
		return staff.unit(code).map(Unit::name).map(name -> name.in(locale)).orElse(code);
	}

	/** How many officers a step could be drawn for. */
	int officers(String role, String unit) {
		return staff.withRole(role, unit).size();
	}
}
