package org.nafidha.register;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.PropertyRef;

/**
 * A sheet (صحيفة) of the temporary register with what stands on it at one moment.
 *
 * @param number {@code SM-004127}
 * @param zoneName what people call the cadastral zone
 * @param floor as the book has it; null for a whole parcel
 * @param description as the book has it, in Arabic
 * @param areaM2 square metres, to the hundredth
 * @param verifiedOn when two registrars found it equal to the paper; null: not yet, and then a person must look before anything is issued from it
 * @param invented true for the demonstration city
 * @param owners the largest part first; together exactly 2400 shares
 * @param asOf the moment of reading
 */
public record Sheet(String number, PropertyRef property, LocalizedText zoneName, @Nullable String floor, String description, BigDecimal areaM2,
		@Nullable LocalDate verifiedOn, boolean invented, List<Owner> owners, List<OtherRight> rights, List<Sign> signs, Instant asOf) {

	public Sheet {
		owners = List.copyOf(owners);
		rights = List.copyOf(rights);
		signs = List.copyOf(signs);
	}

	public boolean isVerified() {
		return verifiedOn != null;
	}

	public boolean isOwnedBy(String personId) {
		return owners.stream().anyMatch(owner -> owner.personId().equals(personId));
	}
}
