package org.nafidha.cases.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nafidha.cases.Outlook;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Evidence;
import org.nafidha.procedures.Procedure.Fee;

/** Reads an {@link Outlook} from what a case would know at its opening. */
final class Foresight {

	private Foresight() {
	}

	static Outlook of(Procedure procedure, Map<String, Object> data) {
		List<Evidence> found = procedure.fetched().stream().filter(item -> data.containsKey(item.id())).toList();
		List<Evidence> later = procedure.fetched().stream().filter(item -> !data.containsKey(item.id()) && !Boolean.FALSE.equals(when(item, data)))
				.toList();
		List<Evidence> needed = new ArrayList<>();
		List<Evidence> perhaps = new ArrayList<>();
		for (Evidence item : procedure.brought()) {
			Object when = when(item, data);
			if (Boolean.TRUE.equals(when)) {
				needed.add(item);
			} else if (!Boolean.FALSE.equals(when)) {
				perhaps.add(item);
			}
		}
		return new Outlook(found, later, needed, perhaps, fees(procedure, data));
	}

	private static @Nullable Object when(Evidence item, Map<String, Object> data) {
		return item.when() == null ? Boolean.TRUE : item.when().evaluate(data);
	}

	private static @Nullable BigDecimal fees(Procedure procedure, Map<String, Object> data) {
		BigDecimal sum = BigDecimal.ZERO;
		for (Fee fee : procedure.fees()) {
			if (!(fee.amount().evaluate(data) instanceof BigDecimal amount)) {
				return null;
			}
			sum = sum.add(amount);
		}
		return sum;
	}
}
