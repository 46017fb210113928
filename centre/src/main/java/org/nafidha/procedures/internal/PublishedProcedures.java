package org.nafidha.procedures.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nafidha.platform.Texts;
import org.nafidha.procedures.LoadedProcedure.Faulty;
import org.nafidha.procedures.LoadedProcedure.Loaded;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.ProcedureLoader;
import org.nafidha.procedures.Procedures;
import org.springframework.stereotype.Component;

/** The procedures bundled with the product. */
@Component
class PublishedProcedures implements Procedures {

	private final List<Procedure> procedures;

	PublishedProcedures(ProcedureLoader loader, Texts texts) {
		this.procedures = BundledFiles.all().stream().map(file -> switch (loader.load(file.name(), file.text())) {
			case Loaded(Procedure procedure) -> procedure;
			case Faulty faulty -> throw new IllegalStateException(faulty.findings().stream()
					.map(finding -> finding.text(texts, Locale.ENGLISH, faulty.fileName())).collect(Collectors.joining("\n")));
		}).toList();
	}

	@Override
	public List<Procedure> current() {
		return procedures;
	}

	@Override
	public Optional<Procedure> current(String id) {
		return procedures.stream().filter(procedure -> procedure.id().equals(id)).findFirst();
	}

	@Override
	public Optional<Procedure> version(String id, int version) {
		return current(id).filter(procedure -> procedure.version() == version);
	}
}
