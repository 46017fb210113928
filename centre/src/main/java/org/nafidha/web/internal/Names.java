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

/** The name in the bar: of a citizen the given and family name, of an officer the name the staff list has. */
@Component
class Names {

	private final ObjectProvider<People> people;
	private final ObjectProvider<Staff> staff;

	Names(ObjectProvider<People> people, ObjectProvider<Staff> staff) {
		this.people = people;
		this.staff = staff;
	}

	@Nullable
	LocalizedText of(@Nullable SignedIn who) {
		return switch (who) {
			case null -> null;
			case SignedIn.Citizen(String id) -> people.getObject().byId(id).map(Names::shortName).orElse(null);
			case SignedIn.Staff(String id, var _) -> staff.getObject().byId(id).map(Officer::name).orElse(null);
		};
	}

	private static LocalizedText shortName(Person person) {
		String name = person.name().given() + " " + person.name().family();
		return new LocalizedText(name, name);
	}
}
