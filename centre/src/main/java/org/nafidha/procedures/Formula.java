package org.nafidha.procedures;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A FEEL expression (DMN 1.5), parsed once. Thread-safe. */
public interface Formula {

	/** As the procedure's author wrote it. */
	String text();

	/**
	 * The value: String, BigDecimal, Boolean, LocalDate, List, Map or null. A checked procedure's formulas find every
	 * name they read; throws {@link IllegalStateException} when evaluation fails all the same.
	 */
	@Nullable
	Object evaluate(Map<String, ?> data);
}
