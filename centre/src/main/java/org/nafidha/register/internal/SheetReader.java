package org.nafidha.register.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.PropertyRef;
import org.nafidha.kernel.Shares;
import org.nafidha.register.Deed;
import org.nafidha.register.OtherRight;
import org.nafidha.register.Owner;
import org.nafidha.register.Sheet;
import org.nafidha.register.Sign;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads one sheet in two statements: what it is, which never changes, and what stands on it now, all of one moment. */
@Component
class SheetReader {

	private static final String HEAD = """
			select s.id, s.number, s.zone, s.parcel, s.section, z.name_ar, z.name_en, s.floor, s.description, s.area_m2, s.verified_on, s.invented
			from register.sheet s join register.zone z on z.code = s.zone
			""";

	private static final String STANDING = """
			select 1 as part, o.person_id as code, o.owner_name as who, o.numerator, o.denominator, null::smallint as degree, null as direction,
			       e.deed_kind, e.deed_number, e.deed_date, e.since, o.id
			from register.ownership o join register.entry e on e.id = o.entered_by
			where o.sheet_id = :sheet and o.ended_by is null
			union all
			select 2, r.kind, r.holder, null, null, null, r.direction, e.deed_kind, e.deed_number, e.deed_date, e.since, r.id
			from register.other_right r join register.entry e on e.id = r.entered_by
			where r.sheet_id = :sheet and r.ended_by is null
			union all
			select 3, g.kind, g.in_favour_of, null, null, g.degree, null, e.deed_kind, e.deed_number, e.deed_date, e.since, g.id
			from register.sign g join register.entry e on e.id = g.entered_by
			where g.sheet_id = :sheet and g.ended_by is null
			order by 1, 12
			""";

	private final JdbcClient db;
	private final InstantSource clock;

	SheetReader(JdbcClient db, InstantSource clock) {
		this.db = db;
		this.clock = clock;
	}

	Optional<Sheet> find(PropertyRef property) {
		return db.sql(HEAD + "where s.zone = :zone and s.parcel = :parcel and s.section is not distinct from :section").param("zone", property.zone())
				.param("parcel", property.parcel()).param("section", property.section()).query((r, i) -> head(r)).optional()
				.map(this::withWhatStands);
	}

	Optional<Sheet> find(String number) {
		return db.sql(HEAD + "where s.number = :number").param("number", number).query((r, i) -> head(r)).optional().map(this::withWhatStands);
	}

	private Sheet withWhatStands(Head head) {
		List<Owner> owners = new ArrayList<>();
		List<OtherRight> rights = new ArrayList<>();
		List<Sign> signs = new ArrayList<>();
		db.sql(STANDING).param("sheet", head.id).query(r -> {
			Deed deed = new Deed(Codes.read(Deed.Kind.class, r.getString("deed_kind")), r.getString("deed_number"), date(r, "deed_date"));
			LocalDate since = date(r, "since");
			String code = r.getString("code");
			String who = r.getString("who");
			switch (r.getInt("part")) {
				case 1 -> owners.add(new Owner(code, who, shares(r), deed, since));
				case 2 -> rights.add(new OtherRight(Codes.read(OtherRight.Kind.class, code),
						Codes.read(OtherRight.Direction.class, r.getString("direction")), who, deed, since));
				default -> signs.add(new Sign(Codes.read(Sign.Kind.class, code), r.getObject("degree", Integer.class), who, deed, since));
			}
		});
		owners.sort((a, b) -> compare(b.shares(), a.shares()));
		return new Sheet(head.number, head.property, head.zoneName, head.floor, head.description, head.areaM2, head.verifiedOn, head.invented, owners,
				rights, signs, clock.instant());
	}

	private static Head head(ResultSet r) throws SQLException {
		return new Head(r.getLong("id"), r.getString("number"), property(r), zoneName(r), r.getString("floor"), r.getString("description"),
				r.getBigDecimal("area_m2"), r.getObject("verified_on", LocalDate.class), r.getBoolean("invented"));
	}

	static PropertyRef property(ResultSet r) throws SQLException {
		return new PropertyRef(r.getString("zone"), r.getString("parcel"), r.getString("section"));
	}

	static LocalizedText zoneName(ResultSet r) throws SQLException {
		return new LocalizedText(r.getString("name_ar"), r.getString("name_en"));
	}

	static Shares shares(ResultSet r) throws SQLException {
		return new Shares(r.getBigDecimal("numerator").toBigIntegerExact(), r.getBigDecimal("denominator").toBigIntegerExact());
	}

	private static LocalDate date(ResultSet r, String column) throws SQLException {
		return r.getObject(column, LocalDate.class);
	}

	private static int compare(Shares a, Shares b) {
		return a.numerator().multiply(b.denominator()).compareTo(b.numerator().multiply(a.denominator()));
	}

	private record Head(long id, String number, PropertyRef property, LocalizedText zoneName, @Nullable String floor, String description,
			BigDecimal areaM2, @Nullable LocalDate verifiedOn, boolean invented) {
	}
}
