package org.nafidha.kernel;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An exact amount in minor units (hundredths for the Syrian pound) of one currency. May be negative: ledgers need it.
 * Arithmetic throws {@link ArithmeticException} on overflow and {@link IllegalArgumentException} across currencies.
 */
public record Money(long minorUnits, Currency currency) implements Comparable<Money> {

	public static final Currency SYP = Currency.getInstance("SYP");

	public static Money ofMinor(long minorUnits) {
		return new Money(minorUnits, SYP);
	}

	/** Whole pounds. */
	public static Money pounds(long pounds) {
		return new Money(Math.multiplyExact(pounds, 100L), SYP);
	}

	/** Exact; an amount finer than a minor unit is refused rather than rounded. */
	public static Money of(BigDecimal major) {
		return new Money(major.movePointRight(2).longValueExact(), SYP);
	}

	public Money plus(Money other) {
		return new Money(Math.addExact(minorUnits, sameCurrency(other).minorUnits), currency);
	}

	public Money minus(Money other) {
		return new Money(Math.subtractExact(minorUnits, sameCurrency(other).minorUnits), currency);
	}

	public boolean isNegative() {
		return minorUnits < 0;
	}

	public BigDecimal major() {
		return BigDecimal.valueOf(minorUnits, 2);
	}

	/** Plain machine text, such as {@code 500} or {@code 12.50}; screens format for themselves. */
	@Override
	public String toString() {
		return minorUnits % 100 == 0 ? Long.toString(minorUnits / 100) : major().toPlainString();
	}

	@Override
	public int compareTo(Money other) {
		return Long.compare(minorUnits, sameCurrency(other).minorUnits);
	}

	private Money sameCurrency(Money other) {
		if (!currency.equals(other.currency)) {
			throw new IllegalArgumentException(currency + " and " + other.currency + " do not mix");
		}
		return other;
	}
}
