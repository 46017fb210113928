package org.nafidha.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NationalNumberTests {

	@ParameterizedTest
	@CsvSource({"02010345678", "٠٢٠١٠٣٤٥٦٧٨", "۰۲۰۱۰۳۴۵۶۷۸", "020 1034 5678", "02-010345678", "\u200f02010345678\u061c"})
	void isReadAsPeopleTypeIt(String typed) {
		assertThat(NationalNumber.parse(typed).orThrow().digits()).isEqualTo("02010345678");
	}

	@ParameterizedTest
	@CsvSource({"'',national-number.missing", "0201034567,national-number.length", "020103456789,national-number.length",
			"0201034567x,national-number.not-digits", "15010345678,national-number.governorate", "00010345678,national-number.governorate"})
	void isRefusedWithItsReason(String typed, String code) {
		assertThat(NationalNumber.parse(typed)).isInstanceOfSatisfying(Result.Refused.class,
				refused -> assertThat(refused.refusal().code()).isEqualTo(code));
	}

	@Test
	void neverPrintsItselfWhole() {
		assertThat(new NationalNumber("02010345678").toString()).isEqualTo("••••••••678");
	}
}
