package org.nafidha.kernel;

import java.math.BigInteger;

/**
 * A part of a property, counted in shares (سهم) of {@value #WHOLE}. Kept as an exact reduced fraction of shares, because
 * inheritance divides 2400 by seven and more; never negative, never zero, never above the whole.
 */
public record Shares(BigInteger numerator, BigInteger denominator) {

	public static final int WHOLE = 2400;

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

	/** True when the parts are exactly the whole property. */
	public static boolean areWhole(Iterable<Shares> parts) {
		BigInteger n = BigInteger.ZERO;
		BigInteger d = BigInteger.ONE;
		for (Shares part : parts) {
			n = n.multiply(part.denominator).add(part.numerator.multiply(d));
			d = d.multiply(part.denominator);
		}
		return n.equals(d.multiply(BigInteger.valueOf(WHOLE)));
	}

	/** True for the sole owner («التمام»). */
	public boolean isWhole() {
		return equals(of(WHOLE));
	}

	/** {@code 1600} or {@code 342 6/7}. */
	@Override
	public String toString() {
		BigInteger[] parts = numerator.divideAndRemainder(denominator);
		if (parts[1].signum() == 0) {
			return parts[0].toString();
		}
		String fraction = parts[1] + "/" + denominator;
		return parts[0].signum() == 0 ? fraction : parts[0] + " " + fraction;
	}
}
