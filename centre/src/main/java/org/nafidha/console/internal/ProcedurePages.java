package org.nafidha.console.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nafidha.console.ProcedureLine;
import org.nafidha.identity.Role;
import org.nafidha.identity.SignedIn;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.ProcedureChecks;
import org.nafidha.procedures.ProcedureViews;
import org.nafidha.procedures.Procedures;
import org.nafidha.procedures.Proposals;
import org.nafidha.procedures.Publications;
import org.nafidha.web.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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
	private final Proposals proposals;
	private final ProcedureChecks checks;
	private final ProcedureViews views;
	private final DeskReader reader;

	ProcedurePages(Procedures procedures, Publications publications, Proposals proposals, ProcedureChecks checks, ProcedureViews views,
			DeskReader reader) {
		this.procedures = procedures;
		this.publications = publications;
		this.proposals = proposals;
		this.checks = checks;
		this.views = views;
		this.reader = reader;
	}

	@GetMapping("/console/procedures")
	String all(@AuthenticationPrincipal SignedIn.Staff who, Model model) {
		model.addAttribute("lines", procedures.current().stream()
				.map(procedure -> new ProcedureLine(procedure, views.card(procedure),
						procedures.retired(procedure.id(), procedure.version()).isPresent()))
				.toList());
		boolean writes = writes(who);
		model.addAttribute("writes", writes);
		model.addAttribute("drafts", writes ? reader.drafts() : List.of());
		model.addAttribute("proposals", writes ? reader.proposals() : List.of());
		return "console/procedures";
	}

	/** Drafts and proposals stand in the list of procedures; whoever shortens the address of one comes there. */
	@GetMapping({"/console/drafts", "/console/proposals"})
	String list() {
		return "redirect:/console/procedures";
	}

	@GetMapping("/console/procedures/{id}/{version}")
	String one(@PathVariable String id, @PathVariable int version, @AuthenticationPrincipal SignedIn.Staff who, Page page, Model model) {
		Procedure procedure = find(id, version);
		Optional<Procedure> before = procedures.version(id, version - 1);
		model.addAllAttributes(Map.of("procedure", procedure, "card", views.card(procedure), "diagram", views.diagram(procedure), "findings",
				reader.lines(checks.check(procedure), page.locale()), "versions", publications.versions(id), "units", reader.units(page.locale()),
				"writes",
				writes(who)));
		before.ifPresent(former -> {
			model.addAttribute("before", views.card(former));
			model.addAttribute("changes", views.changes(former, procedure));
		});
		procedures.retired(id, version).ifPresent(at -> model.addAttribute("retired", at));
		if (writes(who)) {
			proposals.openFor(id).ifPresent(proposal -> model.addAttribute("proposal", proposal));
		}
		return "console/procedure";
	}

	private static boolean writes(SignedIn.Staff who) {
		return who.roles().contains(Role.PROCEDURE_ENGINEER);
	}

	@GetMapping("/console/procedures/{id}/{version}/text")
	ResponseEntity<String> text(@PathVariable String id, @PathVariable int version) {
		return file(id + "-" + version + ".yaml", "application/yaml;charset=UTF-8", find(id, version).text());
	}

	/** For other tools; with the names in the reader's language. */
	@GetMapping("/console/procedures/{id}/{version}/bpmn")
	ResponseEntity<String> bpmn(@PathVariable String id, @PathVariable int version, Page page) {
		String xml = views.bpmn(find(id, version), page.locale(), lane -> switch (lane) {
			case ProcedureViews.APPLICANT_LANE -> page.text("desk.bpmn.applicant");
			case ProcedureViews.CENTRE_LANE -> page.text("desk.bpmn.centre");
			default -> reader.unit(lane, page.locale());
		});
		return file(id + "-" + version + ".bpmn", "application/xml;charset=UTF-8", xml);
	}

	private static ResponseEntity<String> file(String name, String type, String content) {
		return ResponseEntity.ok().contentType(MediaType.valueOf(type))
				.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString()).body(content);
	}

	private Procedure find(String id, int version) {
		return procedures.version(id, version).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}
}
