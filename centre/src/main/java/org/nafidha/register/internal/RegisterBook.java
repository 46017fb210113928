package org.nafidha.register.internal;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.NameKey;
import org.nafidha.kernel.PropertyRef;
import org.nafidha.kernel.Shares;
import org.nafidha.register.Deed;
import org.nafidha.register.NewOwner;
import org.nafidha.register.NewSheet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements that write the book; the database itself sees to it that every sheet is whole at the commit. */
@Component
class RegisterBook {

	record Opened(long id, String number) {
	}

	record Held(long id, String personId, Shares shares) {
	}

	private final JdbcClient db;

	RegisterBook(JdbcClient db) {
		this.db = db;
	}

	boolean hasZone(String code) {
		return db.sql("select count(*) from register.zone where code = :code").param("code", code).query(Long.class).single() > 0;
	}

	/** Empty when the property has a sheet already. */
	Optional<Opened> open(NewSheet sheet) {
		PropertyRef property = sheet.property();
		long serial = db.sql("select nextval('register.sheet_number')").query(Long.class).single();
		String number = String.format(Locale.ROOT, "SM-%06d", serial);
		return db.sql("""
				insert into register.sheet (number, zone, parcel, section, floor, description, area_m2)
				values (:number, :zone, :parcel, :section, :floor, :description, :area)
				on conflict on constraint one_sheet_a_property do nothing returning id""").param("number", number).param("zone", property.zone())
				.param("parcel", property.parcel()).param("section", property.section()).param("floor", sheet.floor())
				.param("description", sheet.description()).param("area", sheet.areaM2()).query(Long.class).optional()
				.map(id -> new Opened(id, number));
	}

	/** Locks the sheet until the transaction ends, so that two registrars do not write on it at once. */
	Optional<Long> lock(String sheetNumber) {
		return db.sql("select id from register.sheet where number = :number for update").param("number", sheetNumber).query(Long.class).optional();
	}

	/** Every sign but a mortgage stops a transfer: a mortgage follows the property. */
	Optional<String> blockingSign(long sheet) {
		return db.sql("select kind from register.sign where sheet_id = :sheet and ended_by is null and kind <> 'mortgage' order by id limit 1")
				.param("sheet", sheet).query(String.class).optional();
	}

	List<Held> held(long sheet) {
		return db.sql("select id, person_id, numerator, denominator from register.ownership where sheet_id = :sheet and ended_by is null order by id")
				.param("sheet", sheet).query((r, i) -> new Held(r.getLong("id"), r.getString("person_id"), SheetReader.shares(r))).list();
	}

	long entry(long sheet, Deed deed, LocalDate since, Instant at, Actor by) {
		return db.sql("""
				insert into register.entry (sheet_id, deed_kind, deed_number, deed_date, since, entered_at, entered_by)
				values (:sheet, :kind, :number, :date, :since, :at, :by) returning id""").param("sheet", sheet).param("kind", deed.kind().code())
				.param("number", deed.number()).param("date", deed.date()).param("since", since).param("at", Timestamp.from(at))
				.param("by", by.text()).query(Long.class).single();
	}

	void own(long sheet, NewOwner owner, long entry) {
		db.sql("""
				insert into register.ownership (sheet_id, person_id, owner_name, owner_key, numerator, denominator, entered_by)
				values (:sheet, :person, :name, :key, :numerator, :denominator, :entry)""").param("sheet", sheet).param("person", owner.personId())
				.param("name", owner.name()).param("key", ownerKey(owner.name())).param("numerator", new BigDecimal(owner.shares().numerator()))
				.param("denominator", new BigDecimal(owner.shares().denominator())).param("entry", entry).update();
	}

	void end(long ownership, long entry) {
		db.sql("update register.ownership set ended_by = :entry where id = :id").param("entry", entry).param("id", ownership).update();
	}

	/** The book writes بن and بنت between a name and the father's; people often do not, so the index leaves them out. */
	static String ownerKey(String name) {
		return NameKey.of(name.replaceAll("(?<=^|\\s)(بن|بنت)(?=\\s|$)", " "));
	}
}
