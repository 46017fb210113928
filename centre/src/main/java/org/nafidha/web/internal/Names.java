package org.nafidha.web.internal;

import org.jspecify.annotations.Nullable;
import org.nafidha.identity.Officer;
import org.nafidha.identity.People;
import org.nafidha.identity.Person;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.Staff;
import org.nafidha.kernel.LocalizedText;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who is signed in, for the bar: of a citizen the given and family name, of an officer the name the staff list has. */
@Component
class Names {

	private final ObjectProvider<People> people;
	private final ObjectProvider<Staff> staff;

	Names(ObjectProvider<People> people, ObjectProvider<Staff> staff) {
		this.people = people;
		this.staff = staff;
	}

	/** @param away an officer who has said so */
	record Named(@Nullable LocalizedText name, boolean away) {
	}

	Named of(@Nullable SignedIn who) {
		return switch (who) {
			case null -> new Named(null, false);
			case SignedIn.Citizen(String id) -> new Named(people.getObject().byId(id).map(Names::shortName).orElse(null), false);
			case SignedIn.Staff(String id, var _) -> staff.getObject().byId(id).map(Names::officer).orElseGet(() -> new Named(null, false));
		};
	}

	private static Named officer(Officer officer) {
		return new Named(officer.name(), !officer.present());
	}

	private static LocalizedText shortName(Person person) {
		String name = person.name().given() + " " + person.name().family();
		return new LocalizedText(name, name);
	}
}
