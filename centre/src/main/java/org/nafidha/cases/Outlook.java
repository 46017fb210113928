package org.nafidha.cases;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nafidha.procedures.Procedure.Evidence;

/**
 * What an application would begin with if it were filed now, by the city's own books and rules. Each list in the order of the procedure.
 *
 * @param found evidence that is there, what rules say left out
 * @param later evidence that other bodies or units will be asked for
 * @param needed papers that the applicant has to bring
 * @param perhaps papers of which somebody's answer will tell whether they are needed
 * @param fees the sum in pounds; null when it depends on what is found out later
 */
public record Outlook(List<Evidence> found, List<Evidence> later, List<Evidence> needed, List<Evidence> perhaps, @Nullable BigDecimal fees) {

	public Outlook {
		found = List.copyOf(found);
		later = List.copyOf(later);
		needed = List.copyOf(needed);
		perhaps = List.copyOf(perhaps);
	}

	public boolean asksForPapers() {
		return !needed.isEmpty() || !perhaps.isEmpty();
	}
}
