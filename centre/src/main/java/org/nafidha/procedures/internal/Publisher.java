package org.nafidha.procedures.internal;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nafidha.journal.Act;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.procedures.Finding;
import org.nafidha.procedures.Finding.Kind;
import org.nafidha.procedures.LoadedProcedure.Faulty;
import org.nafidha.procedures.LoadedProcedure.Loaded;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.ProcedureChecks;
import org.nafidha.procedures.ProcedureLoader;
import org.nafidha.procedures.Publications;
import org.nafidha.procedures.Publications.Publication.Published;
import org.nafidha.procedures.Publications.Publication.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes: read, check, number, journal, store. */
@Component
class Publisher implements Publications {

	private final ProcedureLoader loader;
	private final ProcedureChecks checks;
	private final VersionStore store;
	private final Journal journal;
	private final TransactionTemplate transaction;
	private final InstantSource clock;

	Publisher(ProcedureLoader loader, ProcedureChecks checks, VersionStore store, Journal journal, TransactionTemplate transaction,
			InstantSource clock) {
		this.loader = loader;
		this.checks = checks;
		this.store = store;
		this.journal = journal;
		this.transaction = transaction;
		this.clock = clock;
	}

	@Override
	public List<Version> versions(String procedure) {
		return store.versions(procedure);
	}

	@Override
	public Publication publish(String fileName, String text, Actor actor) {
		return publish(fileName, text, actor, Map.of());
	}

	/** @param facts that the journal entry tells besides the version and the hash of its text */
	Publication publish(String fileName, String text, Actor actor, Map<String, ?> facts) {
		return switch (loader.load(fileName, text)) {
			case Faulty(String name, List<Finding> findings) -> new Refused(findings);
			case Loaded(Procedure procedure) -> checked(procedure, actor, facts);
		};
	}

	private Publication checked(Procedure procedure, Actor actor, Map<String, ?> facts) {
		List<Finding> findings = checks.check(procedure);
		if (findings.stream().anyMatch(finding -> finding.kind() != Kind.STAFFING)) {
			return new Refused(findings);
		}
		return transaction.execute(status -> numbered(procedure, findings, actor, facts));
	}

	/** Under a lock, so that two nodes starting at once publish one version. */
	private Publication numbered(Procedure procedure, List<Finding> staffing, Actor actor, Map<String, ?> facts) {
		store.lock();
		List<Version> versions = store.versions(procedure.id());
		String sha256 = VersionStore.sha256(procedure.text());
		Optional<Version> same = versions.stream().filter(version -> version.version() == procedure.version()).findFirst();
		if (same.isPresent()) {
			return same.get().sha256().equals(sha256) ? new Published(same.get(), true, staffing) : new Refused(List.of(taken(same.get(), versions)));
		}
		int newest = versions.isEmpty() ? 0 : versions.getFirst().version();
		if (procedure.version() < newest) {
			return new Refused(List.of(versionFinding("version.old", "version", procedure.version(), "newest", newest, "next", newest + 1)));
		}
		Map<String, Object> all = new LinkedHashMap<>(facts);
		all.put("version", procedure.version());
		all.put("sha256", sha256);
		long entry = journal.append(new Act("procedure.published", procedure.id(), actor, all)).value();
		Version version = new Version(procedure.id(), procedure.version(), sha256, clock.instant(), entry);
		store.insert(version, procedure.text());
		return new Published(version, false, staffing);
	}

	static Finding taken(Version published, List<Version> versions) {
		return versionFinding("version.taken", "version", published.version(), "at", published.publishedAt(), "next",
				versions.getFirst().version() + 1);
	}

	private static Finding versionFinding(String code, Object... values) {
		return Findings.definition(code, "/version", values);
	}
}
