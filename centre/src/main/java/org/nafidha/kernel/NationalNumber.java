package org.nafidha.kernel;

import java.util.regex.Pattern;

/**
 * The Syrian national number: eleven digits, of which the first two name the governorate (01-14) that registered the
 * person. It carries no check digit, so a number can be well formed and belong to nobody.
 */
public record NationalNumber(String digits) {

	private static final Pattern FORM = Pattern.compile("(0[1-9]|1[0-4])[0-9]{9}");

	public NationalNumber {
		if (!FORM.matcher(digits).matches()) {
			throw new IllegalArgumentException("not a national number");
		}
	}

	/** Reads what a person typed: any digits, with spaces or dashes between groups. */
	public static Result<NationalNumber> parse(String typed) {
		String digits = Digits.clean(typed).replace("-", "");
		if (digits.isEmpty()) {
			return Refusal.of("national-number.missing").asResult();
		}
		if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
			return Refusal.of("national-number.not-digits").asResult();
		}
		if (digits.length() != 11) {
			return Refusal.of("national-number.length", "digits", Integer.toString(digits.length())).asResult();
		}
		if (!FORM.matcher(digits).matches()) {
			return Refusal.of("national-number.governorate", "prefix", digits.substring(0, 2)).asResult();
		}
		return Result.ok(new NationalNumber(digits));
	}

	/** For screens that must not show it whole: the last three digits only. */
	public String masked() {
		return "••••••••" + digits.substring(8);
	}

	/** Masked, so that a log line never carries a whole number. */
	@Override
	public String toString() {
		return masked();
	}
}
