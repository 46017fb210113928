package org.nafidha.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Dates as people write them, {@code 14/3/1987}, or as machines do, {@code 1987-03-14}, in any digits. */
public final class WrittenDate {

	private WrittenDate() {
	}

	/** Refused with {@code input.date}. */
	public static Result<LocalDate> read(String text) {
		String[] parts = Digits.clean(text).split("[-/.]", -1);
		if (parts.length != 3) {
			return Refusal.of("input.date").asResult();
		}
		boolean yearFirst = parts[0].length() == 4;
		try {
			return Result.ok(LocalDate.parse(parts[yearFirst ? 0 : 2] + "-" + two(parts[1]) + "-" + two(parts[yearFirst ? 2 : 0])));
		} catch (DateTimeException notADate) {
			return Refusal.of("input.date").asResult();
		}
	}

	private static String two(String number) {
		return number.length() == 1 ? "0" + number : number;
	}
}
