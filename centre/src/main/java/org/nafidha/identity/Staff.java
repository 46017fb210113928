package org.nafidha.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nafidha.kernel.LocalizedText;

/** Officers and units. */
public interface Staff {

	/** @param unit name of the unit the officer works in now, or worked in last */
	record Named(LocalizedText name, LocalizedText unit) {
	}

	Optional<Officer> byId(String officerId);

	/**
	 * How officers are called where their ids stand, also those who have left; who is nobody's id is left out. One statement for all.
	 */
	Map<String, Named> named(Collection<String> officerIds);

	/** Active officers with the role in the unit or beneath it, in order of id, present or not. */
	List<Officer> withRole(String roleCode, String unit);

	/** Codes of the units in which, or beneath which, an active officer has the role, present or not. One statement for all. */
	Set<String> unitsWithRole(String roleCode);

	/** Ids of officers who have been away without a break since the instant or longer. */
	Set<String> absentSince(Instant instant);

	Optional<Unit> unit(String code);

	List<Unit> units();
}
