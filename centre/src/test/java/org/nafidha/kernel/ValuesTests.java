package org.nafidha.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTests {

	@Test
	void moneyIsExactAndNeverRounded() {
		assertThat(Money.pounds(500).plus(Money.of(new BigDecimal("0.25")))).hasToString("500.25");
		assertThatThrownBy(() -> Money.of(new BigDecimal("0.001"))).isInstanceOf(ArithmeticException.class);
		assertThatThrownBy(() -> Money.ofMinor(Long.MAX_VALUE).plus(Money.ofMinor(1))).isInstanceOf(ArithmeticException.class);
	}

	@Test
	void sevenHeirsHoldTheWholePropertyExactly() {
		List<Shares> heirs = java.util.Collections.nCopies(7, Shares.of(2400, 7));
		assertThat(Shares.areWhole(heirs)).isTrue();
		assertThat(heirs.getFirst()).hasToString("342 6/7");
	}

	@Test
	void twentyFourHundredAndOneSharesDoNotExist() {
		assertThatThrownBy(() -> Shares.of(2401)).hasMessageContaining("2400");
		assertThat(Shares.areWhole(List.of(Shares.of(1600), Shares.of(801)))).isFalse();
	}

	@ParameterizedTest
	@CsvSource({"2/2533/1+9,2/2533/1+9", "٢/٢٥٣٣/١+٩,2/2533/1+9", "2-2533,2/2533"})
	void propertyReferencesAreReadInAnyDigits(String typed, String stored) {
		assertThat(PropertyRef.parse(typed).orThrow()).hasToString(stored);
	}

	@ParameterizedTest
	@CsvSource({"أحمد عبد القادر,احمد عبدالقادر", "فاطمة الأشرفي,فاطمه الاشرفي", "مُحَمَّد,محمد", "أبو ليلى,ابوليلي", "عبـــد الرحمن,عبدالرحمن"})
	void spellingsOfOneNameShareAKey(String one, String other) {
		assertThat(NameKey.of(one)).isEqualTo(NameKey.of(other));
	}

	@Test
	void aReferenceWithOneWrongDigitOrTwoSwappedIsRefused() {
		long seed = System.nanoTime();
		System.out.println("seed " + seed);
		RandomGenerator random = new java.util.SplittableRandom(seed);
		for (int i = 0; i < 500; i++) {
			String reference = Reference.of("TRS", 2026, random.nextLong(1_000_000));
			assertThat(Reference.parse(reference).orThrow()).isEqualTo(reference);
			StringBuilder wrong = new StringBuilder(reference);
			int at = 9 + random.nextInt(6);
			wrong.setCharAt(at, (char) ('0' + (wrong.charAt(at) - '0' + 1 + random.nextInt(9)) % 10));
			assertThat(Reference.parse(wrong.toString())).as(wrong + " from " + reference).isInstanceOf(Result.Refused.class);
		}
	}

	@Test
	void aReferenceIsReadAsTyped() {
		String reference = Reference.of("", 2026, 41587);
		assertThat(reference).startsWith("2026-041587-");
		assertThat(Reference.parse(" " + reference.replace('0', '٠') + " ").orThrow()).isEqualTo(reference);
	}
}
