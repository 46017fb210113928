package org.nafidha.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;
import org.springframework.jdbc.core.simple.JdbcClient;

class TotpTests {

	/** RFC 6238 appendix B, the SHA-1 rows; six digits are the last six of eight. */
	@ParameterizedTest
	@CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "2000000000,279037", "20000000000,353130"})
	void thePublishedVectorsHold(long second, String code) {
		Totp totp = new Totp(Mockito.mock(JdbcClient.class), InstantSource.fixed(Instant.ofEpochSecond(second)));
		byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
		assertThat(totp.step(secret, code)).hasValue(second / 30);
		assertThat(totp.step(secret, code.substring(1))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({"'',''", "f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
	void base32IsThatOfRfc4648(String plain, String encoded) {
		assertThat(Base32.encode(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
		assertThat(new String(Base32.decode(encoded), StandardCharsets.US_ASCII)).isEqualTo(plain);
	}

	@Test
	void whatIsNotBase32IsRefused() {
		assertThatThrownBy(() -> Base32.decode("A1")).isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void everySecretIsNew() {
		Totp totp = new Totp(Mockito.mock(JdbcClient.class), InstantSource.system());
		assertThat(Arrays.equals(totp.newSecret(), totp.newSecret())).isFalse();
		assertThat(totp.newSecret()).hasSize(20);
	}
}
