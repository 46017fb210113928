package org.nafidha.identity;

import java.util.List;
import java.util.Optional;

/** Officers and units. */
public interface Staff {

	Optional<Officer> byId(String officerId);

	/** Active officers with the role in the unit or beneath it, in order of id, present or not. */
	List<Officer> withRole(String roleCode, String unit);

	Optional<Unit> unit(String code);

	List<Unit> units();
}
