package org.nafidha.cases.internal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nafidha.identity.Officer;
import org.nafidha.identity.Role;
import org.nafidha.identity.Staff;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.StaffFacts;
import org.springframework.stereotype.Component;

/** Tells the checks of procedures who there is to decide: the engine is the first to know both procedures and staff. */
@Component
record StaffOfTheCouncil(Staff staff) implements StaffFacts {

	@Override
	public boolean roleExists(String roleCode) {
		return Arrays.stream(Role.values()).anyMatch(role -> role.code().equals(roleCode));
	}

	@Override
	public boolean unitExists(String unit) {
		return staff.unit(unit).isPresent();
	}

	@Override
	public Map<String, LocalizedText> officers(String roleCode, String unit) {
		Map<String, LocalizedText> names = new LinkedHashMap<>();
		staff.withRole(roleCode, unit).forEach(officer -> names.put(officer.id(), officer.name()));
		return names;
	}

	@Override
	public String unitOf(String officerId) {
		return staff.byId(officerId).map(Officer::unit).orElse("");
	}
}
