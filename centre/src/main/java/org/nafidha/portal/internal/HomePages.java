package org.nafidha.portal.internal;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The first page, the search, and a page for each service. */
@Controller
class HomePages {

	private static final int LONGEST_QUESTION = 200;

	private final Services services;

	HomePages(Services services) {
		this.services = services;
	}

	@GetMapping("/")
	String home(Model model) {
		model.addAttribute("sections", services.sections());
		return "portal/home";
	}

	@GetMapping("/services")
	String search(@RequestParam(defaultValue = "") String q, Model model) {
		String question = q.length() > LONGEST_QUESTION ? q.substring(0, LONGEST_QUESTION) : q;
		model.addAttribute("question", question.strip());
		model.addAttribute("found", question.isBlank() ? List.of() : ServiceSearch.find(services.all(), question));
		model.addAttribute("sections", question.isBlank() ? services.sections() : List.of());
		return "portal/services";
	}

	@GetMapping("/services/{id}")
	String service(@PathVariable String id, Model model) {
		model.addAttribute("service", services.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
		return "portal/service";
	}
}
