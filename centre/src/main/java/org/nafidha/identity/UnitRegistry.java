package org.nafidha.identity;

import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.Result;

/**
 * The council's organisation as an administrator keeps it. Units are added and renamed, never removed and never given another code:
 * procedures, officers and old cases name them. Every change is written to the journal.
 */
public interface UnitRegistry {

	/** What a unit is. */
	enum Kind {
		DIRECTORATE, SECTION, CENTRE, MOBILE_CENTRE;

		/** As written in tables: {@code mobile-centre}. */
		public String code() {
			return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
		}
	}

	/**
	 * What an administrator types to add a unit.
	 *
	 * @param parent code of the unit above; empty for one at the top
	 * @param code the last part of the new unit's code: small Latin letters, digits and hyphens, at most 40
	 */
	record NewUnit(String parent, String code, @Nullable Kind kind, String nameAr, String nameEn) {
	}

	/**
	 * Refused as {@code unit.parent.unknown}, {@code unit.code.form}, {@code unit.code.taken}, {@code unit.kind.missing},
	 * {@code unit.name.missing} or {@code unit.name.long}.
	 */
	Result<Unit> add(NewUnit unit, SignedIn.Staff by);

	/** Refused as {@code unit.unknown}, {@code unit.name.missing} or {@code unit.name.long}. */
	Result<Unit> rename(String code, String nameAr, String nameEn, SignedIn.Staff by);
}
