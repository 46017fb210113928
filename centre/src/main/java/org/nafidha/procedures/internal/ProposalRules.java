package org.nafidha.procedures.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nafidha.kernel.Refusal;
import org.nafidha.procedures.Draft;
import org.nafidha.procedures.Example;
import org.nafidha.procedures.Finding;
import org.nafidha.procedures.LoadedProcedure.Faulty;
import org.nafidha.procedures.LoadedProcedure.Loaded;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.ProcedureChecks;
import org.nafidha.procedures.ProcedureLoader;
import org.springframework.stereotype.Component;

/** What a text must be like before it is published, looked at when it is proposed and again when it is approved; changes nothing. */
@Component
class ProposalRules {

	private final ProcedureLoader loader;
	private final ProcedureChecks checks;
	private final VersionStore versions;
	private final DraftStore drafts;
	private final KeptExamples examples;

	ProposalRules(ProcedureLoader loader, ProcedureChecks checks, VersionStore versions, DraftStore drafts, KeptExamples examples) {
		this.loader = loader;
		this.checks = checks;
		this.versions = versions;
		this.drafts = drafts;
		this.examples = examples;
	}

	/** The procedure that a draft's text defines; only after {@link #whyNot} found nothing. */
	Procedure procedure(Draft draft) {
		return ((Loaded) loader.load(draft.fileName(), draft.text())).procedure();
	}

	Optional<Refusal> whyNot(Draft draft) {
		return switch (loader.load(draft.fileName(), draft.text())) {
			case Faulty(String name, List<Finding> findings) -> Optional.of(unsound(findings.size()));
			case Loaded(Procedure procedure) -> {
				long unsound = checks.check(procedure).stream().filter(finding -> finding.kind() != Finding.Kind.STAFFING).count();
				yield unsound > 0
						? Optional.of(unsound(unsound))
						: overtaken(draft, procedure).or(() -> unchanged(draft)).or(() -> differing(draft, procedure));
			}
		};
	}

	private static Refusal unsound(long findings) {
		return Refusal.of("proposal.unsound", "count", Long.toString(findings));
	}

	/** Somebody else's changes must not be undone by publishing what was begun before them. */
	private Optional<Refusal> overtaken(Draft draft, Procedure procedure) {
		int newest = versions.versions(procedure.id()).stream().findFirst().map(version -> version.version()).orElse(0);
		Draft.Base base = draft.base();
		int from = base != null && base.procedure().equals(procedure.id()) ? base.version() : 0;
		if (newest != from) {
			return Optional.of(from > 0
					? Refusal.of("proposal.overtaken", Map.of("version", Integer.toString(newest), "base", Integer.toString(from)))
					: Refusal.of("proposal.id-taken", "id", procedure.id()));
		}
		return procedure.version() == newest + 1
				? Optional.empty()
				: Optional.of(Refusal.of("proposal.version",
						Map.of("version", Integer.toString(procedure.version()), "next", Integer.toString(newest + 1))));
	}

	/** A new version of the same text would only take readers' time. */
	private Optional<Refusal> unchanged(Draft draft) {
		Draft.Base base = draft.base();
		boolean same = base != null && versions.text(new VersionStore.Key(base.procedure(), base.version()))
				.filter(text -> unnumbered(text).equals(unnumbered(draft.text()))).isPresent();
		return same && base != null ? Optional.of(Refusal.of("proposal.unchanged", "version", Integer.toString(base.version()))) : Optional.empty();
	}

	private static String unnumbered(String text) {
		return text.replaceFirst("(?m)^version:[ \\t]*[0-9]+", "version:").strip();
	}

	private Optional<Refusal> differing(Draft draft, Procedure procedure) {
		List<String> names = drafts.examples(draft.id()).stream().map(DraftStore.Row::example)
				.filter(example -> !examples.replay(procedure, example).passed()).map(Example::name).toList();
		return names.isEmpty() ? Optional.empty() : Optional.of(Refusal.of("proposal.examples", "names", String.join(", ", names)));
	}
}
