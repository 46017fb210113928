package org.nafidha.documents.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.nafidha.platform.CentreProperties;
import org.nafidha.platform.Texts;
import org.springframework.stereotype.Component;

/** What every statement about a property says of it, from the context of the automation {@code register.sheet}. */
@Component
class PropertyFields {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

	private final Texts texts;
	private final ZoneId zone;
	private final InstantSource clock;

	PropertyFields(Texts texts, CentreProperties centre, InstantSource clock) {
		this.texts = texts;
		this.zone = centre.zone();
		this.clock = clock;
	}

	Map<String, Object> of(CaseData sheet) {
		Map<String, Object> fields = new LinkedHashMap<>();
		String section = sheet.text("section");
		String zoneName = sheet.firstText("zoneName", "zone").orElse("");
		String parcel = "/" + sheet.text("parcel") + "/";
		fields.put("asOf", moment(sheet.text("asOf")));
		fields.put("reference", sheet.firstText("property")
				.orElseGet(() -> sheet.text("zone") + "/" + sheet.text("parcel") + (section.isEmpty() ? "" : "/" + section)));
		fields.put("property", line(zoneName, parcel, section));
		fields.put("zoneName", zoneName);
		fields.put("parcel", parcel);
		fields.put("section", section.isEmpty() ? "" : "/" + section + "/");
		fields.put("sheet", sheet.text("number"));
		fields.put("description", description(sheet.text("description"), sheet.text("floor")));
		fields.put("area", sheet.text("areaM2"));
		return fields;
	}

	/** A moment in the city's time, as documents print it; the present one where the text is none. */
	String moment(String iso) {
		return moment(instant(iso));
	}

	String moment(Instant instant) {
		return moment(instant, zone);
	}

	static String moment(Instant instant, ZoneId zone) {
		return MOMENT.format(instant.atZone(zone));
	}

	/** A day in the city's time, as documents print it. */
	static String day(Instant instant, ZoneId zone) {
		return DAY.format(instant.atZone(zone));
	}

	private Instant instant(String iso) {
		try {
			return Instant.parse(iso);
		} catch (DateTimeException none) {
			return clock.instant();
		}
	}

	private String line(String zoneName, String parcel, String section) {
		return section.isEmpty()
				? texts.text(Texts.ARABIC, "documents.property-line", Map.of("zone", zoneName, "parcel", parcel))
				: texts.text(Texts.ARABIC, "documents.property-line-with-section",
						Map.of("zone", zoneName, "parcel", parcel, "section", "/" + section + "/"));
	}

	private static String description(String description, String floor) {
		return floor.isEmpty() || description.contains(floor) ? description : description + "، " + floor;
	}
}
