package org.nafidha.procedures.internal;

import static org.nafidha.procedures.internal.Findings.staffing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Finding;
import org.nafidha.procedures.StaffFacts;
import org.nafidha.procedures.Step;
import org.nafidha.procedures.Step.Review;

/**
 * Whether the present staff can carry a procedure, also on a day when any one of them is absent. Officers are drawn without
 * looking ahead, so every draw that can happen must leave somebody for the steps that come later.
 */
final class StaffChecks {

	private final Flow flow;
	private final StaffFacts facts;
	private final Words words;
	private final Map<String, LocalizedText> names = new TreeMap<>();

	StaffChecks(Flow flow, StaffFacts facts, Words words) {
		this.flow = flow;
		this.facts = facts;
		this.words = words;
	}

	/** Roles and units that are not the council's. */
	List<Finding> unknown() {
		List<Finding> findings = new ArrayList<>();
		if (!facts.unitExists(flow.procedure().owner())) {
			findings.add(Findings.definition("unit.unknown", "/owner", "unit", flow.procedure().owner()));
		}
		for (Review review : reviews()) {
			String path = Flow.path(review);
			if (!facts.roleExists(review.role())) {
				findings.add(Findings.definition("role.unknown", path + "/by", "role", review.role(), "step", review.title()));
			}
			if (!facts.unitExists(review.unit())) {
				findings.add(Findings.definition("unit.unknown", path + "/unit", "unit", review.unit()));
			}
		}
		return findings;
	}

	/** Reviews for which nobody may be left; only for a procedure whose every journey ends. */
	List<Finding> staffed(Journeys journeys) {
		Map<String, Set<String>> eligible = new LinkedHashMap<>();
		for (Review review : reviews()) {
			Map<String, LocalizedText> officers = facts.officers(review.role(), review.unit());
			names.putAll(officers);
			eligible.put(review.id(), new TreeSet<>(officers.keySet()));
		}
		List<Finding> findings = new ArrayList<>();
		for (Review review : reviews()) {
			staffed(review, eligible, journeys).ifPresent(findings::add);
		}
		return findings;
	}

	private Optional<Finding> staffed(Review review, Map<String, Set<String>> eligible, Journeys journeys) {
		String path = Flow.path(review);
		Set<String> able = eligible.getOrDefault(review.id(), Set.of());
		if (able.isEmpty()) {
			return Optional.of(staffing("staff.nobody", path, "step", review.title(), "role", review.role(), "unit", review.unit()));
		}
		Optional<String> unit = unitWithoutOther(review, able, eligible);
		if (unit.isPresent()) {
			return Optional.of(staffing("staff.different-unit", path, "step", review.title(), "unit", unit.get()));
		}
		Optional<Map<String, String>> draw = worstDraw(review, able, eligible, journeys);
		if (draw.isPresent()) {
			return Optional.of(staffing("staff.four-eyes", path, "step", review.title(), "draw", told(draw.get())));
		}
		for (String absent : able) {
			Set<String> there = new TreeSet<>(able);
			there.remove(absent);
			if (there.isEmpty()) {
				return Optional.of(staffing("staff.only-one", path, "step", review.title(), "officer", name(absent)));
			}
			Optional<Map<String, String>> then = worstDraw(review, there, eligible, journeys);
			if (then.isPresent()) {
				return Optional.of(staffing("staff.four-eyes-absent", path, "step", review.title(), "officer", name(absent), "draw",
						told(then.get())));
			}
		}
		return Optional.empty();
	}

	/** A unit whose officers may be drawn for a step that this one must differ from, while nobody outside it may be drawn for this one. */
	private Optional<String> unitWithoutOther(Review review, Set<String> able, Map<String, Set<String>> eligible) {
		return review.by().differentUnit().stream().flatMap(other -> eligible.getOrDefault(other, Set.of()).stream()).map(facts::unitOf).distinct()
				.filter(unit -> able.stream().map(facts::unitOf).noneMatch(own -> Step.Assignment.differ(own, unit))).findFirst();
	}

	/**
	 * A draw of the earlier steps that leaves nobody for this one: officer to the step they were drawn for. Each earlier step
	 * can use up as many officers as the times a case can come to it.
	 */
	private Optional<Map<String, String>> worstDraw(Review review, Set<String> there, Map<String, Set<String>> eligible, Journeys journeys) {
		Map<String, String> drawn = new LinkedHashMap<>();
		for (String other : review.notBy()) {
			int visits = journeys.mostVisits(other);
			for (int visit = 0; visit < visits; visit++) {
				draw(other + "#" + visit, there, eligible.getOrDefault(other, Set.of()), drawn, new HashSet<>(), eligible);
			}
		}
		return drawn.size() >= there.size() ? Optional.of(drawn) : Optional.empty();
	}

	/** Augmenting path of a bipartite matching: seats of earlier steps on one side, officers of this step on the other. */
	private boolean draw(String seat, Set<String> there, Set<String> able, Map<String, String> drawn, Set<String> tried,
			Map<String, Set<String>> eligible) {
		for (String officer : able) {
			if (there.contains(officer) && tried.add(officer)) {
				String holder = drawn.get(officer);
				if (holder == null || draw(holder, there, eligible.getOrDefault(step(holder), Set.of()), drawn, tried, eligible)) {
					drawn.put(officer, seat);
					return true;
				}
			}
		}
		return false;
	}

	private static String step(String seat) {
		return seat.substring(0, seat.lastIndexOf('#'));
	}

	private LocalizedText told(Map<String, String> draw) {
		LocalizedText told = null;
		for (Map.Entry<String, String> entry : draw.entrySet()) {
			LocalizedText part = words.of("procedures.staff.drawn", "officer", name(entry.getKey()), "step", flow.title(step(entry.getValue())));
			told = told == null ? part : words.of("procedures.staff.and", "before", told, "next", part);
		}
		return told == null ? Words.both("-") : told;
	}

	private LocalizedText name(String officer) {
		return names.getOrDefault(officer, Words.both(officer));
	}

	private List<Review> reviews() {
		return flow.reviews();
	}
}
