package org.nafidha.register.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nafidha.identity.Person;
import org.nafidha.kernel.NationalNumber;
import org.nafidha.kernel.PersonName;
import org.nafidha.kernel.PropertyRef;
import org.nafidha.kernel.Shares;
import org.nafidha.register.Deed;
import org.nafidha.register.OtherRight;
import org.nafidha.register.Persona;
import org.nafidha.register.Sign;
import org.nafidha.register.Violation;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** The demonstration's well-known people and their sheets, as {@code demo/personas.json} tells them. */
final class PersonaFile {

	private PersonaFile() {
	}

	static List<Entry> read() {
		try (InputStream in = new ClassPathResource("demo/personas.json").getInputStream()) {
			return List.of(JsonMapper.shared().readValue(in, Entry[].class));
		} catch (IOException e) {
			throw new UncheckedIOException("the demonstration's people cannot be read", e);
		}
	}

	/** @param others further owners of the sheet; owners name them by their place, the persona being 0 */
	record Entry(String key, PersonLine person, List<PersonLine> others, SheetLine sheet, List<ViolationLine> violations) {

		Persona persona() {
			return new Persona(key, person.resident().person(), sheet.number, PropertyRef.parse(sheet.property).orThrow());
		}

		List<City.Resident> residents() {
			List<City.Resident> residents = new ArrayList<>();
			residents.add(person.resident());
			others.forEach(other -> residents.add(other.resident()));
			return residents;
		}

		City.Page page() {
			List<City.Resident> residents = residents();
			return new City.Page(sheet.number, persona().property(), sheet.floor, sheet.description, sheet.area, sheet.verifiedOn,
					sheet.entries.stream().map(e -> new City.Entry(new Deed(e.kind, e.number, e.date), e.since)).toList(),
					sheet.owners.stream().map(o -> new City.Right(residents.get(o.person), Shares.parse(o.shares).orThrow(), o.entry, null)).toList(),
					sheet.rights.stream().map(r -> new City.Burden(r.kind, r.direction, r.holder, r.entry)).toList(),
					sheet.signs.stream().map(s -> new City.Mark(s.kind, s.degree, s.inFavourOf, s.entry, null)).toList());
		}

		List<Violation> recorded() {
			PropertyRef property = persona().property();
			return violations.stream().map(v -> new Violation(new PropertyRef(property.zone(), property.parcel(), v.section), v.kind, v.decision,
					v.decidedOn, v.status, v.unclear)).toList();
		}
	}

	record PersonLine(String id, String nationalNumber, String given, String father, String family, String mother, boolean male, LocalDate born,
			@Nullable String mobile, @Nullable String email) {

		City.Resident resident() {
			return new City.Resident(
					new Person(id, new NationalNumber(nationalNumber), new PersonName(given, family, father, mother), born, mobile, email), male);
		}
	}

	record SheetLine(String number, String property, @Nullable String floor, String description, BigDecimal area, @Nullable LocalDate verifiedOn,
			List<EntryLine> entries, List<OwnerLine> owners, List<RightLine> rights, List<SignLine> signs) {
	}

	record EntryLine(Deed.Kind kind, String number, LocalDate date, LocalDate since) {
	}

	record OwnerLine(int person, String shares, int entry) {
	}

	record RightLine(OtherRight.Kind kind, OtherRight.Direction direction, String holder, int entry) {
	}

	record SignLine(Sign.Kind kind, @Nullable Integer degree, String inFavourOf, int entry) {
	}

	record ViolationLine(@Nullable String section, Violation.Kind kind, @Nullable String decision, @Nullable LocalDate decidedOn,
			Violation.Status status, boolean unclear) {
	}
}
