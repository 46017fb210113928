package org.nafidha.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.PropertyRef;

/**
 * A sheet to be opened.
 *
 * @param since the day from which its owners own
 */
public record NewSheet(PropertyRef property, @Nullable String floor, String description, BigDecimal areaM2, List<NewOwner> owners, Deed deed,
		LocalDate since) {

	public NewSheet {
		owners = List.copyOf(owners);
	}
}
