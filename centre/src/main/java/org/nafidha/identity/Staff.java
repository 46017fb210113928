package org.nafidha.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Officers and units. */
public interface Staff {

	Optional<Officer> byId(String officerId);

	/** Active officers with the role in the unit or beneath it, in order of id, present or not. */
	List<Officer> withRole(String roleCode, String unit);

	/** Ids of officers who have been away without a break since the instant or longer. */
	Set<String> absentSince(Instant instant);

	Optional<Unit> unit(String code);

	List<Unit> units();
}
