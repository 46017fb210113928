package org.nafidha.kernel;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a property, counted in shares (سهم) of {@value #WHOLE}. Kept as an exact reduced fraction of shares, because
 * inheritance divides 2400 by seven and more; never negative, never zero, never above the whole.
 */
public record Shares(BigInteger numerator, BigInteger denominator) {

	public static final int WHOLE = 2400;

	private static final Pattern TYPED = Pattern.compile("(?:([0-9]{1,6})(?: +|$))?(?:([0-9]{1,18}) */ *([0-9]{1,18}))?");

	public Shares {
		if (numerator.signum() <= 0 || denominator.signum() <= 0 || numerator.compareTo(denominator.multiply(BigInteger.valueOf(WHOLE))) > 0) {
			throw new IllegalArgumentException("shares must be above 0 and at most " + WHOLE + ": " + numerator + "/" + denominator);
		}
		BigInteger gcd = numerator.gcd(denominator);
		numerator = numerator.divide(gcd);
		denominator = denominator.divide(gcd);
	}

	public static Shares of(long numerator, long denominator) {
		return new Shares(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
	}

	public static Shares of(long shares) {
		return of(shares, 1);
	}

	/**
	 * Reads shares as typed, in any digits: {@code 1600}, {@code 342 6/7}, {@code 2400/7}. More than the whole is refused:
	 * 2,401 shares do not exist.
	 */
	public static Result<Shares> parse(String typed) {
		String text = Digits.toLatin(typed).replaceAll("[\\p{Cf}\u0640,\u066C]", "").strip().replaceAll("\\s+", " ");
		Matcher m = TYPED.matcher(text);
		if (text.isEmpty() || !m.matches()) {
			return Refusal.of("shares.form").asResult();
		}
		BigInteger denominator = m.group(3) == null ? BigInteger.ONE : new BigInteger(m.group(3));
		BigInteger numerator = m.group(2) == null ? BigInteger.ZERO : new BigInteger(m.group(2));
		if (m.group(1) != null) {
			numerator = numerator.add(new BigInteger(m.group(1)).multiply(denominator));
		}
		if (denominator.signum() == 0) {
			return Refusal.of("shares.form").asResult();
		}
		if (numerator.signum() == 0 || numerator.compareTo(denominator.multiply(BigInteger.valueOf(WHOLE))) > 0) {
			return Refusal.of("shares.range", "typed", text).asResult();
		}
		return Result.ok(new Shares(numerator, denominator));
	}

	/** True when the parts are exactly the whole property. */
	public static boolean areWhole(Iterable<Shares> parts) {
		BigInteger[] sum = sum(parts);
		return sum[0].equals(sum[1].multiply(BigInteger.valueOf(WHOLE)));
	}

	/** What the parts come to, for the sentence that refuses them: {@code 2401}, {@code 2057 1/7}. */
	public static String total(Iterable<Shares> parts) {
		BigInteger[] sum = sum(parts);
		return text(sum[0], sum[1]);
	}

	/** True for the sole owner («التمام»). */
	public boolean isWhole() {
		return equals(of(WHOLE));
	}

	/** {@code 1600} or {@code 342 6/7}. */
	@Override
	public String toString() {
		return text(numerator, denominator);
	}

	private static BigInteger[] sum(Iterable<Shares> parts) {
		BigInteger n = BigInteger.ZERO;
		BigInteger d = BigInteger.ONE;
		for (Shares part : parts) {
			n = n.multiply(part.denominator).add(part.numerator.multiply(d));
			d = d.multiply(part.denominator);
			BigInteger gcd = n.gcd(d);
			n = n.divide(gcd);
			d = d.divide(gcd);
		}
		return new BigInteger[]{n, d};
	}

	private static String text(BigInteger numerator, BigInteger denominator) {
		BigInteger[] parts = numerator.divideAndRemainder(denominator);
		if (parts[1].signum() == 0) {
			return parts[0].toString();
		}
		String fraction = parts[1] + "/" + denominator;
		return parts[0].signum() == 0 ? fraction : parts[0] + " " + fraction;
	}
}
