package org.nafidha.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.nafidha.kernel.Money;

/**
 * Values as plain text for readers of one language: Latin digits, Gregorian dates with the month names of Syria (تشرين
 * الثاني), the city's time zone. Immutable.
 */
public final class Formats {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ROOT);
	private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ROOT);
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

	private final Locale locale;
	private final ZoneId zone;

	public Formats(Locale locale, ZoneId zone) {
		this.locale = locale;
		this.zone = zone;
	}

	/** {@code 1 كانون الأول 2026}. */
	public String date(LocalDate day) {
		return DAY.withLocale(locale).format(day);
	}

	public String date(Instant instant) {
		return date(day(instant));
	}

	/** {@code الثلاثاء 1 كانون الأول}: for dates near enough to need no year. */
	public String weekday(LocalDate day) {
		return WEEKDAY.withLocale(locale).format(day);
	}

	public String weekday(Instant instant) {
		return weekday(day(instant));
	}

	/** {@code 14:05}. */
	public String time(Instant instant) {
		return TIME.format(LocalTime.ofInstant(instant, zone));
	}

	/** The day it is in the city. */
	public LocalDate day(Instant instant) {
		return LocalDate.ofInstant(instant, zone);
	}

	/** Machine-readable, for {@code <time datetime>}. */
	public String machine(Instant instant) {
		return instant.toString();
	}

	/** {@code 1,200}, {@code 12.50}: without the currency. */
	public String amount(Money money) {
		NumberFormat format = NumberFormat.getInstance(Locale.ROOT);
		int decimals = money.minorUnits() % 100 == 0 ? 0 : 2;
		format.setMinimumFractionDigits(decimals);
		format.setMaximumFractionDigits(decimals);
		return format.format(money.major());
	}

	public String number(long number) {
		return NumberFormat.getIntegerInstance(Locale.ROOT).format(number);
	}

	/** {@code 3.2 MB}, {@code 10 MB}; sizes under a megabyte in kB. */
	public String size(long bytes) {
		if (bytes < 1_000_000) {
			return String.format(Locale.ROOT, "%d kB", (bytes + 999) / 1000);
		}
		return bytes % 1_000_000 == 0 ? bytes / 1_000_000 + " MB" : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
	}
}
