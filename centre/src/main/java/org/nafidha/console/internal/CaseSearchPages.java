package org.nafidha.console.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nafidha.console.CaseList;
import org.nafidha.console.internal.CaseLists.Reach;
import org.nafidha.identity.Disclosures;
import org.nafidha.identity.Officer;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.Staff;
import org.nafidha.insight.CaseSearch;
import org.nafidha.insight.CaseSearch.Found;
import org.nafidha.insight.CaseSearch.Line;
import org.nafidha.kernel.Refusal;
import org.nafidha.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Cases found by number, procedure, unit, state and day, without anybody's name. By a person's name it is asked with a purpose, and each
 * person who may be meant can read that in their own list; a name stands in no address.
 */
@Controller
class CaseSearchPages {

	/** Which data is shown, as the person's own list names it. */
	private static final String WHAT = "cases";

	private final CaseSearch search;
	private final CaseLists lists;
	private final SearchForm forms;
	private final Disclosures disclosures;
	private final Staff staff;

	CaseSearchPages(CaseSearch search, CaseLists lists, SearchForm forms, Disclosures disclosures, Staff staff) {
		this.search = search;
		this.lists = lists;
		this.forms = forms;
		this.disclosures = disclosures;
		this.staff = staff;
	}

	@GetMapping("/staff/cases")
	String find(@RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn.Staff who, Model model) {
		Reach reach = lists.reach(reader(who));
		Form form = Form.of(typed);
		String number = form.value("number");
		if (!number.isBlank()) {
			List<Line> lines = search.byNumber(number, reach.within(form.value("unit")));
			return show(lines.isEmpty() ? form.reject("number", Refusal.of("search.number-none")) : form, reach, new Found(lines, null), null, false,
					model);
		}
		Optional<CaseSearch.Query> query = forms.query(form, reach);
		Found found = query.map(search::search).orElse(new Found(List.of(), null));
		return show(form, reach, found, SearchForm.next(form, found), false, model);
	}

	@PostMapping("/staff/cases")
	String byName(@RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn.Staff who, Model model) {
		Reach reach = lists.reach(reader(who));
		Form form = Form.of(typed);
		disclosures.unfit(form.value("purpose")).ifPresent(refusal -> form.reject("purpose", refusal));
		Optional<Set<String>> people = form.wrong() ? Optional.empty() : form.take("name", search.peopleNamed(form.value("name"))); // nobody looks without a purpose
		if (people.isPresent() && people.get().isEmpty()) {
			form.reject("name", Refusal.of("search.name-nobody"));
		}
		if (form.wrong()) {
			return show(form, reach, new Found(List.of(), null), null, false, model);
		}
		people.orElseThrow().forEach(person -> disclosures.record(who, person, WHAT, form.value("purpose")));
		return show(form, reach, new Found(search.ofPeople(people.get(), reach.within("")), null), null, true, model);
	}

	private String show(Form form, Reach reach, Found found, @Nullable String next, boolean recorded, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("list", new CaseList(reach.units(), lists.procedures(), reach.all() ? null : reach.own(), lists.lines(found.lines()), next,
				recorded));
		return "console/cases";
	}

	private Officer reader(SignedIn.Staff who) {
		return staff.byId(who.officerId()).orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
	}
}
