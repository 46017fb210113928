package org.nafidha.kernel;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a property stands in the city's books: cadastral zone (its code, such as {@code 2}), parcel (محضر) and section
 * (مقسم, which may be compound: {@code 1+9}). References are strings; they are compared, never calculated with.
 */
public record PropertyRef(String zone, String parcel, @Nullable String section) {

	private static final Pattern PART = Pattern.compile("[0-9]{1,7}(\\+[0-9]{1,5}){0,5}");

	public PropertyRef {
		require(zone);
		require(parcel);
		if (section != null) {
			require(section);
		}
	}

	/** Reads {@code zone/parcel/section} or {@code zone-parcel} as typed or stored, in any digits. */
	public static Result<PropertyRef> parse(String typed) {
		String[] parts = Digits.clean(typed).split("[/\\-]+", -1);
		return switch (parts.length) {
			case 2 -> of(parts[0], parts[1], null);
			case 3 -> of(parts[0], parts[1], parts[2]);
			default -> Refusal.of("property.form").asResult();
		};
	}

	/** Reads the three boxes of a form; slashes around a part, as on paper, are ignored. */
	public static Result<PropertyRef> of(String zone, String parcel, @Nullable String section) {
		String z = part(zone);
		String p = part(parcel);
		String s = section == null ? "" : part(section);
		if (!PART.matcher(z).matches()) {
			return Refusal.of("property.zone").asResult();
		}
		if (!PART.matcher(p).matches()) {
			return Refusal.of("property.parcel").asResult();
		}
		if (!s.isEmpty() && !PART.matcher(s).matches()) {
			return Refusal.of("property.section").asResult();
		}
		return Result.ok(new PropertyRef(z, p, s.isEmpty() ? null : s));
	}

	/** The stored form, {@code 2/2533/1+9}; {@link #parse} reads it back. */
	@Override
	public String toString() {
		return zone + "/" + parcel + (section == null ? "" : "/" + section);
	}

	private static String part(String typed) {
		return Digits.clean(typed).replace("/", "");
	}

	private static void require(String part) {
		if (!PART.matcher(part).matches()) {
			throw new IllegalArgumentException("not a part of a property reference: '" + part + "'");
		}
	}
}
