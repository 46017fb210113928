package org.nafidha.register.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nafidha.identity.Person;
import org.nafidha.register.Violation;

/** A city as rows for PostgreSQL's COPY: ids count on from the given ones, so that rows can name each other before they are written. */
final class CityRows {

	static final Map<String, String> COLUMNS = Map.of("zone", "code, name_ar, name_en", "sheet",
			"id, number, zone, parcel, section, floor, description, area_m2, verified_on, invented", "entry",
			"id, sheet_id, deed_kind, deed_number, deed_date, since, entered_at, entered_by", "ownership",
			"sheet_id, person_id, owner_name, owner_key, numerator, denominator, entered_by, ended_by", "other_right",
			"sheet_id, kind, direction, holder, entered_by, ended_by", "sign", "sheet_id, kind, degree, in_favour_of, entered_by, ended_by",
			"violation",
			"zone, parcel, section, kind, decision, decided_on, status, unclear, entered_at, entered_by, invented");

	/** In the order in which rows depend on each other. */
	static final List<String> TABLES = List.of("zone", "sheet", "entry", "ownership", "other_right", "sign", "violation");

	private static final String BY = "system:demo-city";

	private final Map<String, StringBuilder> rows;
	private final String at;
	private long sheet;
	private long entry;

	private CityRows(long firstSheet, long firstEntry, String at) {
		this.rows = Map.of("zone", new StringBuilder(), "sheet", new StringBuilder(), "entry", new StringBuilder(), "ownership", new StringBuilder(),
				"other_right", new StringBuilder(), "sign", new StringBuilder(), "violation", new StringBuilder());
		this.sheet = firstSheet;
		this.entry = firstEntry;
		this.at = at;
	}

	/** @param at the moment of entering, as PostgreSQL reads it */
	static CityRows of(City city, long firstSheet, long firstEntry, String at) {
		CityRows made = new CityRows(firstSheet, firstEntry, at);
		city.zones().forEach(zone -> made.row("zone", zone.code(), zone.name().ar(), zone.name().en()));
		city.pages().forEach(made::page);
		city.violations().forEach(made::violation);
		return made;
	}

	/** SHA-256 over everything invented, the same wherever and whenever it is written down. */
	static String digest(City city) {
		try {
			MessageDigest sha = MessageDigest.getInstance("SHA-256");
			CityRows rows = of(city, 1, 1, "-");
			TABLES.forEach(table -> sha.update(rows.of(table).getBytes(StandardCharsets.UTF_8)));
			for (Person p : city.people()) {
				sha.update(line(p.id(), p.nationalNumber().digits(), p.name().full(), p.name().mother(), p.born(), p.mobile(), p.email())
						.getBytes(StandardCharsets.UTF_8));
			}
			return HexFormat.of().formatHex(sha.digest());
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every JDK has SHA-256", e);
		}
	}

	String of(String table) {
		return rows(table).toString();
	}

	private void page(City.Page page) {
		row("sheet", sheet, page.number(), page.property().zone(), page.property().parcel(), page.property().section(), page.floor(),
				page.description(),
				page.areaM2(), page.verifiedOn(), true);
		long first = entry;
		for (City.Entry e : page.entries()) {
			row("entry", entry++, sheet, e.deed().kind().code(), e.deed().number(), e.deed().date(), e.since(), at, BY);
		}
		for (City.Right right : page.owners()) {
			row("ownership", sheet, right.owner().person().id(), right.owner().recordedName(), right.owner().person().name().searchKey(),
					right.shares().numerator(), right.shares().denominator(), first + right.enteredBy(), from(first, right.endedBy()));
		}
		for (City.Burden burden : page.burdens()) {
			row("other_right", sheet, burden.kind().code(), burden.direction() == org.nafidha.register.OtherRight.Direction.FOR ? "for" : "against",
					burden.holder(), first + burden.enteredBy(), null);
		}
		for (City.Mark mark : page.marks()) {
			row("sign", sheet, mark.kind().code(), mark.degree(), mark.inFavourOf(), first + mark.enteredBy(), from(first, mark.endedBy()));
		}
		sheet++;
	}

	private void violation(Violation v) {
		row("violation", v.property().zone(), v.property().parcel(), v.property().section(), v.kind().code(), v.decision(), v.decidedOn(),
				v.status().code(), v.unclear(), at, BY, true);
	}

	private static @Nullable Long from(long first, @Nullable Integer place) {
		return place == null ? null : first + place;
	}

	private void row(String table, @Nullable Object... values) {
		rows(table).append(line(values));
	}

	private StringBuilder rows(String table) {
		StringBuilder text = rows.get(table);
		if (text == null) {
			throw new IllegalArgumentException("no table " + table);
		}
		return text;
	}

	/** COPY's text format; nothing invented here has tabs, line ends or backslashes, and a check keeps it so. */
	private static String line(@Nullable Object... values) {
		StringBuilder line = new StringBuilder();
		for (Object value : values) {
			String text = value == null ? "\\N" : value.toString();
			if (value != null && text.chars().anyMatch(c -> c == '\t' || c == '\n' || c == '\r' || c == '\\')) {
				throw new IllegalArgumentException("not fit for COPY: " + text);
			}
			line.append(line.isEmpty() ? "" : "\t").append(text);
		}
		return line.append('\n').toString();
	}
}
