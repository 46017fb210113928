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

/** YAML to tree, tree against the schema, tree to value: each stage reports all it finds, and only a clean one leads to the next. */
@Component
final class YamlLoader implements ProcedureLoader {

	private final SchemaCheck schema;
	private final DefaultTitles titles;

	YamlLoader(Texts texts) {
		Words words = new Words(texts);
		this.schema = new SchemaCheck(words);
		this.titles = DefaultTitles.from(words);
	}

	@Override
	public LoadedProcedure load(String fileName, String text) {
		YamlSource source = YamlSource.read(text);
		if (!source.findings().isEmpty()) {
			return faulty(fileName, source, source.findings());
		}
		List<Finding> ofForm = schema.check(source.root());
		if (!ofForm.isEmpty()) {
			return faulty(fileName, source, ofForm);
		}
		Reading reading = new Reading(source.root());
		Procedure procedure = new ProcedureReader(reading, titles).read(text);
		return reading.findings().isEmpty() ? new Loaded(procedure) : faulty(fileName, source, reading.findings());
	}

	private static Faulty faulty(String fileName, YamlSource source, List<Finding> findings) {
		return new Faulty(fileName, findings.stream().map(source::located).sorted(Comparator.comparingInt(Finding::line)).toList());
	}
}
