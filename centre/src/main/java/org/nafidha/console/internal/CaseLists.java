package org.nafidha.console.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nafidha.console.CaseList;
import org.nafidha.identity.Officer;
import org.nafidha.identity.Role;
import org.nafidha.identity.Staff;
import org.nafidha.identity.Unit;
import org.nafidha.insight.CaseSearch.Line;
import org.nafidha.insight.CaseSearch.State;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedures;
import org.springframework.stereotype.Component;

/** Whose cases a reader may see, and how units and procedures are called. */
@Component
class CaseLists {

	private static final String COUNCIL = "council";

	private final Staff staff;
	private final Procedures procedures;
	private final InstantSource clock;

	CaseLists(Staff staff, Procedures procedures, InstantSource clock) {
		this.staff = staff;
		this.procedures = procedures;
		this.clock = clock;
	}

	/** What one reader may see. @param all otherwise the units of {@code units} alone */
	record Reach(boolean all, LocalizedText own, Map<String, LocalizedText> units) {

		/** For a search: the unit that was chosen with those beneath it, or whatever may be seen. */
		Set<String> within(String chosen) {
			if (!chosen.isEmpty() && units.containsKey(chosen)) {
				return units.keySet().stream().filter(code -> isIn(chosen, code)).collect(Collectors.toSet());
			}
			return all ? Set.of() : units.keySet();
		}

		boolean sees(String unit) {
			return all || units.containsKey(unit);
		}
	}

	/** Auditors and the council's director see all, whoever leads a unit that one and those beneath it. */
	Reach reach(Officer reader) {
		boolean all = reader.roles().contains(Role.AUDITOR)
				|| reader.roles().contains(Role.DIRECTOR) && reader.unit().equals(COUNCIL);
		List<Unit> units = staff.units();
		Map<String, LocalizedText> seen = new LinkedHashMap<>();
		units.stream().filter(unit -> all || isIn(reader.unit(), unit.code())).forEach(unit -> seen.put(unit.code(), unit.name()));
		LocalizedText own = units.stream().filter(unit -> unit.code().equals(reader.unit())).map(Unit::name).findFirst()
				.orElse(new LocalizedText(reader.unit(), reader.unit()));
		return new Reach(all, own, seen);
	}

	/** Names by id, in the order of the Arabic alphabet. */
	Map<String, LocalizedText> procedures() {
		Map<String, LocalizedText> names = new LinkedHashMap<>();
		procedures.current().stream().sorted(Comparator.comparing(procedure -> procedure.name().ar()))
				.forEach(procedure -> names.put(procedure.id(), procedure.name()));
		return names;
	}

	List<CaseList.Line> lines(List<Line> found) {
		Map<String, LocalizedText> units = staff.units().stream().collect(Collectors.toMap(Unit::code, Unit::name));
		Map<String, LocalizedText> names = procedures.current().stream().collect(Collectors.toMap(Procedure::id, Procedure::name));
		Instant now = clock.instant();
		return found.stream().map(line -> new CaseList.Line(line.number(), name(names, line.procedure()), name(units, line.unit()), line.state(),
				line.state() == State.RUNNING && line.dueAt().isBefore(now), line.openedAt(), line.dueAt(), line.endedAt())).toList();
	}

	static boolean isIn(String unit, String code) {
		return code.equals(unit) || code.startsWith(unit + "/");
	}

	private static LocalizedText name(Map<String, LocalizedText> names, String code) {
		String shown = code.isEmpty() ? "–" : code;
		return names.getOrDefault(code, new LocalizedText(shown, shown));
	}
}
