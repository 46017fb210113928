package org.nafidha.counter.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.CaseInputs;
import org.nafidha.cases.Cases;
import org.nafidha.cases.OpenCase;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.register.Zones;
import org.nafidha.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Somebody stands at the counter: which service, and its few questions. */
@Controller
class ServicePages {

	private static final String OVER = "redirect:/counter?over";

	private final Screens screens;
	private final Visits visits;
	private final Cases cases;
	private final Zones zones;

	ServicePages(Screens screens, Visits visits, Cases cases, Zones zones) {
		this.screens = screens;
		this.visits = visits;
		this.cases = cases;
		this.zones = zones;
	}

	@GetMapping("/counter/visits/{visit}")
	String services(@PathVariable String visit, @RequestParam(name = "q", defaultValue = "") String wanted,
			@AuthenticationPrincipal SignedIn.Staff clerk, Model model) {
		Optional<Visits.Visit> found = visits.find(visit, clerk);
		if (found.isEmpty()) {
			return OVER;
		}
		model.addAttribute("screen", screens.services(found.get(), clerk, wanted));
		model.addAttribute("form", Form.empty());
		model.addAttribute("wanted", wanted);
		return "counter/screen";
	}

	@GetMapping("/counter/visits/{visit}/services/{procedure}")
	String questions(@PathVariable String visit, @PathVariable String procedure, @AuthenticationPrincipal SignedIn.Staff clerk, Model model) {
		Optional<Visits.Visit> found = visits.find(visit, clerk);
		return found.isEmpty() ? OVER : show(found.get(), clerk, offered(procedure), Form.empty(), model);
	}

	@PostMapping("/counter/visits/{visit}/services/{procedure}")
	String open(@PathVariable String visit, @PathVariable String procedure, @RequestParam Map<String, String> typed,
			@AuthenticationPrincipal SignedIn.Staff clerk, Model model) {
		Optional<Visits.Visit> found = visits.find(visit, clerk);
		if (found.isEmpty()) {
			return OVER;
		}
		Procedure asked = offered(procedure);
		Form form = Form.of(zones.coded(typed));
		Map<String, String> inputs = Typed.inputs(asked, form);
		if (cases.read(asked, inputs) instanceof CaseInputs.Invalid(Map<String, Refusal> fields)) {
			fields.forEach(form::reject);
		}
		if (form.wrong()) {
			return show(found.get(), clerk, asked, form, model);
		}
		OpenCase request = new OpenCase(form.value("key"), asked.id(), Channel.COUNTER, found.get().personId(), null, new HashMap<>(inputs),
				clerk.actor());
		return switch (cases.open(request)) {
			case Result.Ok<CaseFile>(CaseFile file) -> "redirect:/counter/visits/" + visit + "/cases/" + file.number();
			case Result.Refused<CaseFile>(Refusal refusal) -> {
				form.reject(fieldOf(asked, refusal), refusal);
				yield show(found.get(), clerk, asked, form, model);
			}
		};
	}

	/** A refusal about the property belongs to its boxes. */
	private static String fieldOf(Procedure procedure, Refusal refusal) {
		return procedure.inputs().stream().filter(input -> input.type() == Procedure.InputType.PROPERTY_REF && refusal.code().startsWith("property."))
				.map(Procedure.Input::id).findFirst().orElse(Form.WHOLE);
	}

	private Procedure offered(String id) {
		return screens.offered(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private String show(Visits.Visit visit, SignedIn.Staff clerk, Procedure asked, Form form, Model model) {
		model.addAttribute("screen", screens.service(visit, clerk, asked));
		model.addAttribute("form", form);
		return "counter/screen";
	}
}
