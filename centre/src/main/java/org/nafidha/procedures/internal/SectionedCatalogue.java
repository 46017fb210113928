package org.nafidha.procedures.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.platform.Texts;
import org.nafidha.procedures.Catalogue;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedures;
import org.springframework.stereotype.Component;

/** The order of {@code procedures/sections.yaml}. */
@Component
class SectionedCatalogue implements Catalogue {

	private record Planned(String id, LocalizedText title, List<String> procedures) {
	}

	private final Procedures procedures;
	private final Words words;
	private final List<Planned> planned;

	SectionedCatalogue(Procedures procedures, Texts texts) {
		this.procedures = procedures;
		this.words = new Words(texts);
		this.planned = YamlSource.read(BundledFiles.resource("procedures/sections.yaml")).root().properties().stream()
				.map(section -> new Planned(section.getKey(), Reading.text(section.getValue()), Reading.strings(section.getValue().path("of"))))
				.toList();
	}

	@Override
	public List<Section> sections() {
		List<Section> sections = new ArrayList<>();
		Set<String> placed = new HashSet<>();
		for (Planned section : planned) {
			placed.addAll(section.procedures);
			add(sections, section.id, section.title, section.procedures.stream().flatMap(id -> procedures.current(id).stream()).toList());
		}
		add(sections, "other", words.of("procedures.section.other"),
				procedures.current().stream().filter(procedure -> !placed.contains(procedure.id())).toList());
		return sections;
	}

	private static void add(List<Section> sections, String id, LocalizedText title, List<Procedure> published) {
		if (!published.isEmpty()) {
			sections.add(new Section(id, title, published));
		}
	}
}
