package org.nafidha.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.NationalNumber;
import org.nafidha.kernel.PersonName;

/** A citizen the centre knows. The id is what cases and the journal carry. */
public record Person(String id, NationalNumber nationalNumber, PersonName name, @Nullable LocalDate born, @Nullable String mobile,
		@Nullable String email) {
}
