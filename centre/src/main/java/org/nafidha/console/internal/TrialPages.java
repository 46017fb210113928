package org.nafidha.console.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.console.DraftView;
import org.nafidha.console.TrialView;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.platform.CentreProperties;
import org.nafidha.procedures.Drafts;
import org.nafidha.procedures.Example;
import org.nafidha.procedures.Examples;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedures;
import org.nafidha.procedures.Scenario;
import org.nafidha.procedures.Scenario.Act;
import org.nafidha.procedures.Trial;
import org.nafidha.procedures.Trials;
import org.nafidha.web.Form;
import org.nafidha.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * An invented case through a published version or a draft. The page carries the whole case in its form, so that nothing of it touches the centre's
 * data, until an engineer keeps it as an example of a draft.
 */
@Controller
class TrialPages {

	/** Playing and keeping. */
	@Component
	record Play(Trials trials, Examples examples, TrialForm form, TrialScreen screen, InstantSource clock, CentreProperties centre) {
	}

	private static final String NAME = "[a-z][a-z0-9-]{0,59}";
	private static final int TITLE_LIMIT = 120;

	private final Procedures procedures;
	private final Drafts drafts;
	private final DeskReader reader;
	private final Play play;

	TrialPages(Procedures procedures, Drafts drafts, DeskReader reader, Play play) {
		this.procedures = procedures;
		this.drafts = drafts;
		this.reader = reader;
		this.play = play;
	}

	@GetMapping("/console/procedures/{id}/{version}/trial")
	String published(@PathVariable String id, @PathVariable int version, @RequestParam(defaultValue = "") String example, Page page, Model model) {
		Procedure procedure = find(id, version);
		return begin(procedure, address(procedure), example(play.examples().of(id, version), example), page, model);
	}

	@PostMapping("/console/procedures/{id}/{version}/trial")
	String publishedAct(@PathVariable String id, @PathVariable int version, @RequestParam Map<String, String> typed, Page page, Model model) {
		Procedure procedure = find(id, version);
		return act(procedure, address(procedure), Form.of(typed), page, model);
	}

	@GetMapping(DraftPages.HOME + "/{draft}/trial")
	String ofDraft(@PathVariable long draft, @RequestParam(defaultValue = "") String example, Page page, Model model) {
		DraftView view = reader.view(draft, page.locale());
		model.addAttribute("draft", view);
		List<Example> kept = drafts.examples(draft).stream().map(Drafts.Kept::example).toList();
		return view.procedure() == null
				? "console/trialNot"
				: begin(view.procedure(), view.address() + "/trial", example(kept, example), page, model);
	}

	@PostMapping(DraftPages.HOME + "/{draft}/trial")
	String draftAct(@PathVariable long draft, @RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn.Staff who, Page page,
			Model model) {
		DraftView view = reader.view(draft, page.locale());
		model.addAttribute("draft", view);
		if (view.procedure() == null) {
			return "console/trialNot";
		}
		Form form = Form.of(typed);
		return form.has("act", "keep")
				? keep(view, view.procedure(), form, who, page, model)
				: act(view.procedure(), view.address() + "/trial", form, page, model);
	}

	private static Optional<Scenario> example(List<Example> kept, String name) {
		return kept.stream().filter(example -> example.name().equals(name)).map(Example::scenario).findFirst();
	}

	private String begin(Procedure procedure, String address, Optional<Scenario> scenario, Page page, Model model) {
		String today = play.clock().instant().atZone(play.centre().zone()).toLocalDate().toString();
		Form form = scenario.map(TrialForm::filled).orElseGet(() -> Form.of(Map.of("opened", today)));
		return show(procedure, address, scenario.orElse(null), form, page, model);
	}

	private String act(Procedure procedure, String address, Form form, Page page, Model model) {
		String act = form.value("act");
		if (act.equals("begin")) {
			Optional<Scenario> scenario = play.form().begin(procedure, form);
			return show(procedure, address, scenario.orElse(null), scenario.map(TrialForm::filled).orElse(form), page, model);
		}
		Scenario carried = carried(form);
		return switch (act) {
			case "undo" -> show(procedure, address, carried.withoutLast(), TrialForm.filled(carried.withoutLast()), page, model);
			case "again" -> show(procedure, address, null, TrialForm.filled(carried.with(List.of())), page, model);
			case "withdraw" -> go(procedure, address, carried, Optional.of(Act.of("", Act.WITHDRAWN)), form, page, model);
			case "upheld" -> go(procedure, address, carried, Optional.of(Act.of("", Act.UPHELD)), form, page, model);
			default -> {
				String[] parts = act.split("\\|", -1);
				boolean silence = parts.length == 3;
				if (parts.length < 2) {
					throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
				}
				Form filled = silence ? with(form, "reason", Act.DEEMED) : form;
				yield go(procedure, address, carried, play.form().act(procedure, carried, parts[0], parts[1], filled), filled, page, model);
			}
		};
	}

	private static Form with(Form form, String field, String value) {
		Map<String, String> values = new java.util.HashMap<>(form.values());
		values.put(field, value);
		return Form.of(values);
	}

	/** A refused act is told and not taken. */
	private String go(Procedure procedure, String address, Scenario before, Optional<Act> act, Form form, Page page, Model model) {
		if (act.isEmpty()) {
			return show(procedure, address, before, form, page, model);
		}
		Scenario after = before.and(act.get());
		Refusal refusal = play.trials().play(procedure, after).refusal();
		return refusal == null
				? show(procedure, address, after, TrialForm.filled(after), page, model)
				: show(procedure, address, before, form.reject(Form.WHOLE, refusal), page, model);
	}

	private Scenario carried(Form form) {
		return switch (play.examples().read(form.value("trial"))) {
			case Result.Ok<Example>(Example example) -> example.scenario();
			case Result.Refused<Example>(Refusal refusal) -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST, refusal.code());
		};
	}

	private String keep(DraftView view, Procedure procedure, Form form, SignedIn.Staff who, Page page, Model model) {
		Scenario scenario = carried(form);
		String name = form.value("name").strip();
		String arabic = form.value("title-ar").strip();
		String english = form.value("title-en").strip();
		if (!name.matches(NAME)) {
			form.reject("name", Refusal.of("example.name"));
		}
		if (arabic.isEmpty() || arabic.length() > TITLE_LIMIT) {
			form.reject("title-ar", Refusal.of("example.title"));
		}
		if (english.isEmpty() || english.length() > TITLE_LIMIT) {
			form.reject("title-en", Refusal.of("example.title"));
		}
		if (!form.wrong()) {
			Trial trial = play.trials().play(procedure, scenario);
			Example example = new Example(name, new LocalizedText(arabic, english), scenario, trial.summary());
			if (drafts.keep(view.draft().id(), example, DraftPages.officer(who)) instanceof Result.Refused<Example>(Refusal refusal)) {
				form.reject(Form.WHOLE, refusal);
			}
		}
		return form.wrong() ? show(procedure, view.address() + "/trial", scenario, form, page, model) : "redirect:" + view.address() + "/examples";
	}

	private String show(Procedure procedure, String address, @Nullable Scenario scenario, Form form, Page page, Model model) {
		TrialView view = play.screen().of(procedure, address, scenario, page.locale());
		model.addAttribute("view", view);
		model.addAttribute("form", form);
		return "console/trial";
	}

	private Procedure find(String id, int version) {
		return procedures.version(id, version).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static String address(Procedure procedure) {
		return "/console/procedures/" + procedure.id() + "/" + procedure.version() + "/trial";
	}
}
