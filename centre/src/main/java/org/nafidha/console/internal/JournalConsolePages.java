package org.nafidha.console.internal;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.nafidha.console.InspectedDraw;
import org.nafidha.identity.Role;
import org.nafidha.identity.SignedIn;
import org.nafidha.journal.Entry;
import org.nafidha.journal.EntryId;
import org.nafidha.journal.Journal;
import org.nafidha.journal.JournalSearch;
import org.nafidha.journal.JournalSearch.Query;
import org.nafidha.kernel.Digits;
import org.nafidha.kernel.Refusal;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.nafidha.web.Form;
import org.nafidha.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** The journal for those who inspect it: search, entries with their proofs, draws done again. */
@Controller
class JournalConsolePages {

	static final int PURPOSE_LIMIT = 300;

	private final JournalSearch search;
	private final Journal journal;
	private final Tasks tasks;
	private final JournalConsole console;
	private final JsonMapper json;

	JournalConsolePages(JournalSearch search, Journal journal, Tasks tasks, JournalConsole console, JsonMapper json) {
		this.search = search;
		this.journal = journal;
		this.tasks = tasks;
		this.console = console;
		this.json = json;
	}

	@GetMapping("/console/journal")
	String journal(@RequestParam Map<String, String> typed, @RequestParam(required = false) Long before, Model model) {
		Form form = Form.of(typed);
		Query query = new Query(Digits.clean(form.value("subject")), form.value("kind"),
				before == null ? OptionalLong.empty() : OptionalLong.of(before));
		model.addAttribute("form", form);
		model.addAttribute("query", query);
		JournalSearch.Found found = search.search(query);
		model.addAttribute("found", found);
		model.addAttribute("officers", console.officers(found.entries()));
		model.addAttribute("procedures", console.procedures(found.entries()));
		return "console/journal";
	}

	@GetMapping("/console/journal/{id}")
	String entry(@PathVariable long id, @AuthenticationPrincipal SignedIn.Staff who, Page page, Model model) {
		return show(find(id), Form.empty(), false, who, page, model);
	}

	@PostMapping("/console/journal/{id}")
	String open(@PathVariable long id, @RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn.Staff who, Page page, Model model) {
		Entry entry = find(id);
		Form form = Form.of(typed);
		String purpose = form.value("purpose").strip();
		if (purpose.length() < 3 || purpose.length() > PURPOSE_LIMIT) {
			form.reject("purpose", Refusal.of("console.purpose", "limit", String.valueOf(PURPOSE_LIMIT)));
			return show(entry, form, false, who, page, model);
		}
		console.open(entry, purpose, who);
		return show(entry, form, true, who, page, model);
	}

	@GetMapping("/console/draws/{task}")
	String draws(@PathVariable("task") long id, Model model) {
		Task task = tasks.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("task", task);
		List<InspectedDraw> draws = console.draws(task);
		model.addAttribute("draws", draws);
		model.addAttribute("officers", console.drawable(draws));
		return "console/draws";
	}

	private String show(Entry entry, Form form, boolean opened, SignedIn.Staff who, Page page, Model model) {
		model.addAttribute("facts", opened ? new EntryFacts(json, page).of(entry) : List.of());
		model.addAttribute("inspected", console.inspect(entry, opened));
		model.addAttribute("officers", console.officers(List.of(entry)));
		model.addAttribute("procedures", console.procedures(List.of(entry)));
		model.addAttribute("auditor", who.roles().contains(Role.AUDITOR));
		model.addAttribute("form", form);
		return "console/journalEntry";
	}

	private Entry find(long id) {
		return journal.entry(new EntryId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}
}
