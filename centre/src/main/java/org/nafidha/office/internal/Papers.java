package org.nafidha.office.internal;

import gg.jte.Content;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nafidha.office.Desk.Grid;
import org.nafidha.office.Desk.Paper;
import org.nafidha.procedures.Procedure.Evidence;
import org.nafidha.web.Fact;
import org.nafidha.web.Html;
import org.nafidha.web.Page;

/**
 * Evidence as an officer reads it. A field is shown when the office has a word for it ({@code office.field.<name>}), so that
 * what a look-up adds for machines stays with machines; names of people only when the decision needs them. A field with a twin whose
 * name ends in {@code En} is read in the reader's language, a code by the name of its twin that ends in {@code Name}, or in the office's
 * word for it ({@code office.value.<name>.<code>}).
 */
final class Papers {

	/** As a statement has it: whoever compares with the paper original reads in that order; what is not named here comes after. */
	private static final List<String> ORDER = List.of("zoneName", "parcel", "section", "number", "property", "description", "floor", "areaM2",
			"verified",
			"verifiedOn", "applicantIsOwner", "owners", "rights", "signs", "name", "shares", "kind", "direction", "inFavourOf", "holder", "decision",
			"decidedOn", "status", "deed", "since");
	/** What a registry says of the applicant: whoever decides blind must not learn from it who asks. */
	private static final Set<String> OF_APPLICANT = Set.of("fullName", "firstName", "familyName", "head", "nationalNumber", "father", "mother",
			"birthPlace", "birthDate", "registryOffice", "entry", "page", "members", "husband", "wife", "husbandNumber", "husbandMother",
			"husbandBirth", "wifeNumber", "wifeMother", "wifeBirth", "contractNumber", "judgmentNumber", "eventNumber", "events");
	private static final Comparator<String> IN_ORDER = Comparator.comparingInt(field -> ORDER.contains(field) ? ORDER.indexOf(field) : ORDER.size());

	private final Page page;
	private final boolean names;
	private final boolean blind;

	/**
	 * @param names whether the decision needs to see who owns what
	 * @param blind whether it must not know who asks: beside the owners' names, that the applicant is one of them would say it
	 */
	Papers(Page page, boolean names, boolean blind) {
		this.page = page;
		this.names = names;
		this.blind = blind;
	}

	/** @param known what the case knows, evidence by its id */
	List<Paper> of(Map<String, Object> known, List<Evidence> evidence) {
		List<Paper> papers = new ArrayList<>();
		for (Evidence item : evidence) {
			if (known.get(item.id()) instanceof Map<?, ?> values) {
				Paper paper = paper(item, values);
				if (!item.rule() || !paper.facts().isEmpty() || !paper.grids().isEmpty()) {
					papers.add(paper);
				}
			}
		}
		return papers;
	}

	private Paper paper(Evidence item, Map<?, ?> values) {
		List<Fact> facts = new ArrayList<>();
		List<Grid> grids = new ArrayList<>();
		values.keySet().stream().map(String::valueOf).filter(field -> shown(field) && !values.containsKey(field + "Name")).sorted(IN_ORDER)
				.forEach(field -> {
					Object value = values.get(field);
					if (value instanceof List<?> list) {
						grids.add(grid(field, list));
					} else if (value != null && !String.valueOf(value).isEmpty()) {
						facts.add(Fact.of(page.text("office.field." + field), content(inLanguage(values, field))));
					}
				});
		return new Paper(item.title(), item.holder(), asOf(values.get("asOf")), facts, grids);
	}

	private static @Nullable Instant asOf(@Nullable Object value) {
		try {
			return value == null ? null : Instant.parse(String.valueOf(value));
		} catch (DateTimeParseException day) {
			return null;
		}
	}

	private Grid grid(String field, List<?> list) {
		Map<String, String> columns = new LinkedHashMap<>();
		for (Object row : list) {
			if (row instanceof Map<?, ?> cells) {
				cells.keySet().stream().map(String::valueOf).filter(this::shown).sorted(IN_ORDER)
						.forEach(c -> columns.putIfAbsent(c, page.text("office.field." + c)));
			}
		}
		List<List<Content>> rows = new ArrayList<>();
		for (Object row : list) {
			if (row instanceof Map<?, ?> cells) {
				rows.add(columns.keySet().stream().map(c -> content(inLanguage(cells, c))).toList());
			}
		}
		return new Grid(page.text("office.field." + field), List.copyOf(columns.values()), rows);
	}

	private @Nullable Object inLanguage(Map<?, ?> values, String field) {
		Object english = page.arabic() ? null : values.get(field + "En");
		Object value = english == null ? values.get(field) : english;
		return value instanceof String code && code.matches("[A-Za-z-]+") ? page.textOr("office.value." + field + "." + code, code) : value;
	}

	private boolean shown(String field) {
		boolean tellsWho = field.equals("owners") || field.equals("name") || field.equals("inFavourOf") || field.equals("holder");
		boolean tellsWhoAsks = names && blind && field.equals("applicantIsOwner");
		return !page.textOr("office.field." + field, "").isEmpty() && (names || !tellsWho) && !tellsWhoAsks
				&& !(blind && OF_APPLICANT.contains(field));
	}

	private Content content(@Nullable Object value) {
		return switch (value) {
			case null -> Html.isolate("–");
			case Boolean yes -> Html.isolate(page.text(yes ? "web.yes" : "web.no"));
			case Number number -> page.ref(number);
			default -> {
				String text = String.valueOf(value);
				yield text.isEmpty() ? Html.isolate("–") : text.matches("[0-9A-Za-z/+.:-]+") ? page.ref(text) : page.user(text);
			}
		};
	}
}
