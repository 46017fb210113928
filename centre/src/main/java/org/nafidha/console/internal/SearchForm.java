package org.nafidha.console.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ValueRange;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nafidha.console.internal.CaseLists.Reach;
import org.nafidha.insight.CaseSearch.Found;
import org.nafidha.insight.CaseSearch.Place;
import org.nafidha.insight.CaseSearch.Query;
import org.nafidha.insight.CaseSearch.Which;
import org.nafidha.kernel.Digits;
import org.nafidha.kernel.Refusal;
import org.nafidha.platform.CentreProperties;
import org.nafidha.web.Form;
import org.springframework.stereotype.Component;

/** Between the fields of the search, which are its address as well, and a query. */
@Component
class SearchForm {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
	/** Whatever lies outside is a slip of the hand, and further than the database counts. */
	private static final ValueRange YEARS = ValueRange.of(1900, 2999);
	private static final List<String> FIELDS = List.of("unit", "procedure", "which", "from", "to");

	private final ZoneId zone;

	SearchForm(CentreProperties centre) {
		this.zone = centre.zone();
	}

	/** Empty, with the fields marked, when a day makes no sense. */
	Optional<Query> query(Form form, Reach reach) {
		Instant from = day(form, "from", 0);
		Instant before = day(form, "to", 1);
		if (form.wrong()) {
			return Optional.empty();
		}
		Which which = Arrays.stream(Which.values()).filter(one -> one.code().equals(form.value("which"))).findFirst().orElse(Which.ANY);
		String procedure = form.value("procedure");
		return Optional.of(new Query(reach.within(form.value("unit")), procedure.isBlank() ? null : procedure, which, from, before, after(form)));
	}

	/** The address of the next page, without its path; null on the last. */
	static @Nullable String next(Form form, Found found) {
		Place place = found.next();
		if (place == null) {
			return null;
		}
		String fields = FIELDS.stream().filter(field -> !form.value(field).isBlank()).map(field -> field + "=" + encoded(form.value(field)) + "&")
				.collect(Collectors.joining());
		return fields + "at=" + encoded(place.at().toString()) + "&after=" + encoded(place.number());
	}

	private static @Nullable Place after(Form form) {
		try {
			if (form.value("at").isBlank()) {
				return null;
			}
			Instant at = Instant.parse(form.value("at"));
			YEARS.checkValidValue(at.atOffset(ZoneOffset.UTC).getYear(), ChronoField.YEAR);
			return new Place(at, form.value("after"));
		} catch (DateTimeException noPlace) {
			return null;
		}
	}

	/** The start of the day that was typed, as in 3/12/2026, or of a day after it. */
	private @Nullable Instant day(Form form, String field, int daysAfter) {
		String typed = Digits.toLatin(form.value(field)).strip();
		if (typed.isEmpty()) {
			return null;
		}
		try {
			LocalDate day = LocalDate.parse(typed, DAY);
			YEARS.checkValidValue(day.getYear(), ChronoField.YEAR);
			return day.plusDays(daysAfter).atStartOfDay(zone).toInstant();
		} catch (DateTimeException e) {
			form.reject(field, Refusal.of("search.day"));
			return null;
		}
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}
}
