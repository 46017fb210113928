package org.nafidha.procedures.internal;

import java.util.Comparator;
import java.util.List;
import org.nafidha.platform.Texts;
import org.nafidha.procedures.Finding;
import org.nafidha.procedures.LoadedProcedure;
import org.nafidha.procedures.LoadedProcedure.Faulty;
import org.nafidha.procedures.LoadedProcedure.Loaded;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.ProcedureLoader;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** YAML to tree, tree against the schema, tree to value: each stage reports all it finds, and only a clean one leads to the next. */
@Component
final class YamlLoader implements ProcedureLoader {

	/** Made when the first text of unknown form comes: an ordinary start needs none. */
	private final SingletonSupplier<SchemaCheck> schema;
	private final DefaultTitles titles;

	YamlLoader(Texts texts) {
		Words words = new Words(texts);
		this.schema = SingletonSupplier.of(() -> new SchemaCheck(words));
		this.titles = DefaultTitles.from(words);
	}

	@Override
	public LoadedProcedure load(String fileName, String text) {
		YamlSource source = YamlSource.read(text);
		if (!source.findings().isEmpty()) {
			return faulty(fileName, source, source.findings());
		}
		List<Finding> ofForm = schema.obtain().check(source.root());
		if (!ofForm.isEmpty()) {
			return faulty(fileName, source, ofForm);
		}
		Reading reading = new Reading(source.root());
		Procedure procedure = new ProcedureReader(reading, titles).read(text);
		return reading.findings().isEmpty() ? new Loaded(procedure) : faulty(fileName, source, reading.findings());
	}

	/** A text that was checked when it was published: its form is not looked at again. */
	Procedure published(String text) {
		YamlSource source = YamlSource.read(text);
		Reading reading = new Reading(source.root());
		Procedure procedure = new ProcedureReader(reading, titles).read(text);
		if (!source.findings().isEmpty() || !reading.findings().isEmpty()) {
			throw new IllegalStateException("the published text of " + procedure.id() + " version " + procedure.version() + " can no longer be read: "
					+ source.findings() + reading.findings());
		}
		return procedure;
	}

	private static Faulty faulty(String fileName, YamlSource source, List<Finding> findings) {
		return new Faulty(fileName, findings.stream().map(source::located).sorted(Comparator.comparingInt(Finding::line)).toList());
	}
}
