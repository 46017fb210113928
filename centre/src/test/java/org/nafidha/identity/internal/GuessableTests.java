package org.nafidha.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuessableTests {

	@ParameterizedTest
	@ValueSource(strings = {"123456789012", "987654321098", "aaaaaaaaaaaa", "abcabcabcabc", "password1234", "Password-123456", "qwertyuiop123",
			"nafidha nafidha",
			"Aleppo2026abc", "abcdefghijkl", "1qaz2wsx3edc", "حلبحلبحلبحلب", "كلمة المرور 123", "asdfghjkl123"})
	void whatAnybodyTriesFirstIsGuessable(String password) {
		assertThat(Guessable.is(password)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = {"correct horse battery", "fmfx-wudf-eq5z-kkx3", "زيتون على سطح الدار", "my three cats sleep", "Tr0ub4dor&3xyz"})
	void aSentenceOfAFewWordsIsNot(String password) {
		assertThat(Guessable.is(password)).isFalse();
	}

	@Test
	void aGeneratedPasswordNeverIs() {
		Passwords passwords = new Passwords();
		for (int i = 0; i < 500; i++) {
			assertThat(Guessable.is(passwords.generate())).isFalse();
		}
	}
}
