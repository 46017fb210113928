package org.nafidha.console.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nafidha.console.ProcedureLine;
import org.nafidha.platform.Texts;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.ProcedureChecks;
import org.nafidha.procedures.ProcedureViews;
import org.nafidha.procedures.Procedures;
import org.nafidha.procedures.Publications;
import org.nafidha.web.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The procedures as those read them who answer for them: what each costs a citizen, how it flows, what the checks say today, every version's text. */
@Controller
class ProcedurePages {

	private final Procedures procedures;
	private final Publications publications;
	private final ProcedureChecks checks;
	private final ProcedureViews views;
	private final Texts texts;

	ProcedurePages(Procedures procedures, Publications publications, ProcedureChecks checks, ProcedureViews views, Texts texts) {
		this.procedures = procedures;
		this.publications = publications;
		this.checks = checks;
		this.views = views;
		this.texts = texts;
	}

	@GetMapping("/console/procedures")
	String all(Model model) {
		List<ProcedureLine> lines = procedures.current().stream().map(procedure -> new ProcedureLine(procedure, views.card(procedure))).toList();
		model.addAttribute("lines", lines);
		return "console/procedures";
	}

	@GetMapping("/console/procedures/{id}/{version}")
	String one(@PathVariable String id, @PathVariable int version, Page page, Model model) {
		Procedure procedure = find(id, version);
		List<String> findings = checks.check(procedure).stream().map(finding -> finding.text(texts, page.locale())).toList();
		Optional<Procedure> before = procedures.version(id, version - 1);
		model.addAllAttributes(
				Map.of("procedure", procedure, "card", views.card(procedure), "diagram", views.diagram(procedure), "findings", findings,
						"versions", publications.versions(id)));
		before.ifPresent(former -> model.addAttribute("before", views.card(former)));
		return "console/procedure";
	}

	@GetMapping("/console/procedures/{id}/{version}/text")
	ResponseEntity<String> text(@PathVariable String id, @PathVariable int version) {
		String name = ContentDisposition.attachment().filename(id + "-" + version + ".yaml").build().toString();
		return ResponseEntity.ok().contentType(MediaType.valueOf("application/yaml;charset=UTF-8")).header(HttpHeaders.CONTENT_DISPOSITION, name)
				.body(find(id, version).text());
	}

	private Procedure find(String id, int version) {
		return procedures.version(id, version).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}
}
