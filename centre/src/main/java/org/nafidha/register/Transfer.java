package org.nafidha.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A change of owners.
 *
 * @param from person ids of present owners whose rights on the sheet end
 * @param to who holds their part from now on; one of {@code from} who keeps something stands here again
 */
public record Transfer(String sheetNumber, Set<String> from, List<NewOwner> to, Deed deed, LocalDate since) {

	public Transfer {
		from = Set.copyOf(from);
		to = List.copyOf(to);
	}
}
