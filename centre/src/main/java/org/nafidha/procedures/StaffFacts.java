package org.nafidha.procedures;

import java.util.Map;
import org.nafidha.kernel.LocalizedText;

/**
 * What the checks need to know about the council's staff. Procedures stands below identity's users, so whoever knows both
 * contributes a bean; without one, nothing is said about staff. Thread-safe.
 */
public interface StaffFacts {

	boolean roleExists(String roleCode);

	boolean unitExists(String unit);

	/** Active officers with the role in the unit or beneath it, present today or not: id and name. */
	Map<String, LocalizedText> officers(String roleCode, String unit);

	/** The unit in which an officer whom {@link #officers} named serves; empty for nobody. */
	String unitOf(String officerId);
}
