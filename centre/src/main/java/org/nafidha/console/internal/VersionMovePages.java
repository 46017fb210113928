package org.nafidha.console.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.cases.VersionMoves;
import org.nafidha.cases.VersionMoves.Moved;
import org.nafidha.cases.VersionMoves.Plan;
import org.nafidha.cases.VersionMoves.Wanted;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedures;
import org.nafidha.procedures.Publications;
import org.nafidha.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Running cases of a procedure go on under another of its versions: whoever moves them sees first which cannot be moved, and why. */
@Controller
@RequestMapping("/console/procedures/{id}/move")
class VersionMovePages {

	private final Procedures procedures;
	private final Publications publications;
	private final VersionMoves moves;

	VersionMovePages(Procedures procedures, Publications publications, VersionMoves moves) {
		this.procedures = procedures;
		this.publications = publications;
		this.moves = moves;
	}

	@GetMapping
	ModelAndView look(@PathVariable String id, @RequestParam Optional<Integer> to) {
		return show(id, to.orElseGet(() -> newest(id)), Form.empty(), null);
	}

	@PostMapping
	ModelAndView move(@PathVariable String id, @RequestParam int to, @RequestParam Map<String, String> sent,
			@RequestParam(name = "number", defaultValue = "") List<String> numbers, @AuthenticationPrincipal SignedIn.Staff who,
			RedirectAttributes flash) {
		Form form = Form.of(sent);
		if (numbers.isEmpty()) {
			form.reject("number", Refusal.of("move.nothing"));
		} else {
			Wanted wanted = new Wanted(id, to, numbers, form.value("reason"), new Actor.Officer(who.officerId()));
			switch (moves.move(wanted)) {
				case Result.Ok<Moved>(Moved moved) -> {
					flash.addFlashAttribute("moved", moved.moved().size());
					flash.addFlashAttribute("stayed", moved.stayed().size());
					return new ModelAndView("redirect:/console/procedures/" + id + "/move?to=" + to);
				}
				case Result.Refused<Moved>(Refusal refusal) ->
					form.reject(refusal.code().startsWith("move.reason") ? "reason" : Form.WHOLE, refusal);
			}
		}
		ModelAndView page = show(id, to, form, numbers);
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	private int newest(String id) {
		return publications.versions(id).stream().findFirst().map(Publications.Version::version)
				.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	/** @param ticked the cases that were ticked when the form was sent; null before */
	private ModelAndView show(String id, int to, Form form, @Nullable List<String> ticked) {
		Procedure procedure = procedures.version(id, to).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		ModelAndView page = new ModelAndView("console/move",
				Map.of("procedure", procedure, "versions", publications.versions(id), "form", form));
		page.addObject("ticked", ticked);
		switch (moves.dryRun(id, to)) {
			case Result.Ok<Plan>(Plan plan) -> page.addObject("plan", plan);
			case Result.Refused<Plan>(Refusal refusal) -> form.reject(Form.WHOLE, refusal);
		}
		return page;
	}
}
