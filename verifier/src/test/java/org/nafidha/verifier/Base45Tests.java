package org.nafidha.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base45Tests {

	@ParameterizedTest
	@CsvSource({"BB8,AB", "%69 VD92EX0,Hello!!", "UJCLQE7W581,base-45", "QED8WEX0,ietf!"})
	void the_examples_of_rfc_9285_decode(String encoded, String text) throws Rejected {
		assertThat(Base45.decode(encoded)).isEqualTo(text.getBytes(StandardCharsets.US_ASCII));
	}

	@ParameterizedTest
	@ValueSource(strings = {"GGW", ":::", "A", "BB8A", "bb8", "BB8\n", " \u0660A", "::"})
	void what_is_no_base45_is_refused(String text) {
		assertThatThrownBy(() -> Base45.decode(text)).isInstanceOf(Rejected.class);
	}

	@Test
	void every_length_comes_back_as_it_went() throws Rejected {
		Random random = new Random(45);
		for (int length = 0; length < 200; length++) {
			byte[] bytes = new byte[length];
			random.nextBytes(bytes);
			assertThat(Base45.decode(TestCode.base45(bytes))).isEqualTo(bytes);
		}
	}
}
