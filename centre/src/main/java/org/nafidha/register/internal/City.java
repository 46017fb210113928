package org.nafidha.register.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nafidha.identity.Person;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.PropertyRef;
import org.nafidha.kernel.Shares;
import org.nafidha.register.Deed;
import org.nafidha.register.OtherRight;
import org.nafidha.register.Sign;
import org.nafidha.register.Violation;

/** An invented city, before it is written down. Entries are named by their place in their sheet's list. */
record City(List<Zone> zones, List<Person> people, List<Page> pages, List<Violation> violations) {

	record Zone(String code, LocalizedText name) {
	}

	/** One sheet with its whole history. */
	record Page(String number, PropertyRef property, @Nullable String floor, String description, BigDecimal areaM2, @Nullable LocalDate verifiedOn,
			List<Entry> entries, List<Right> owners, List<Burden> burdens, List<Mark> marks) {
	}

	record Entry(Deed deed, LocalDate since) {
	}

	/** @param endedBy the entry that superseded it, or null while it stands */
	record Right(Resident owner, Shares shares, int enteredBy, @Nullable Integer endedBy) {
	}

	record Burden(OtherRight.Kind kind, OtherRight.Direction direction, String holder, int enteredBy) {
	}

	record Mark(Sign.Kind kind, @Nullable Integer degree, String inFavourOf, int enteredBy, @Nullable Integer endedBy) {
	}

	/** A person and what the book needs to write their name as it does. */
	record Resident(Person person, boolean male) {

		String recordedName() {
			return person.name().given() + (male ? " بن " : " بنت ") + person.name().father() + " " + person.name().family();
		}
	}
}
