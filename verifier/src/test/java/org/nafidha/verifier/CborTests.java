package org.nafidha.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CborTests {

	/** From RFC 8949 appendix A. */
	@ParameterizedTest
	@CsvSource({"00,0", "17,23", "1818,24", "1903e8,1000", "1a000f4240,1000000", "1b000000e8d4a51000,1000000000000", "20,-1", "29,-10", "3863,-100",
			"3903e7,-1000", "3a00011170,-70001"})
	void integers_are_read(String hex, long value) throws Rejected {
		Cbor in = cbor(hex);
		assertThat(in.integer()).isEqualTo(value);
		in.end();
	}

	@ParameterizedTest
	@ValueSource(strings = {"1817", "1900ff", "1a0000ffff", "1b00000000ffffffff", "1bffffffffffffffff", "1c", "1f", "", "18"})
	void integers_in_any_other_encoding_are_refused(String hex) {
		assertThatThrownBy(() -> cbor(hex).integer()).isInstanceOf(Rejected.class);
	}

	@ParameterizedTest
	@ValueSource(strings = {"5f42010243030405ff", "7fff", "9fff", "bfff", "f4", "f6", "fb3ff0000000000000", "9affffffff", "5bffffffffffffffff",
			"62c328",
			"a0ff", "9bffffffffffffffff"})
	void indefinite_lengths_simple_values_and_lies_about_lengths_are_refused(String hex) {
		assertThatThrownBy(() -> {
			Cbor in = cbor(hex);
			in.skip(Limits.CBOR_DEPTH);
			in.end();
		}).isInstanceOf(Rejected.class);
	}

	@Test
	void a_deep_nest_is_refused_without_descending() {
		byte[] nest = new byte[1_000_000];
		Arrays.fill(nest, (byte) 0x81);
		assertThatThrownBy(() -> new Cbor(nest).skip(Limits.CBOR_DEPTH)).isInstanceOf(Rejected.class);
	}

	@Test
	void random_bytes_are_read_or_refused_and_nothing_else_happens() {
		long seed = System.nanoTime();
		Random random = new Random(seed);
		for (int i = 0; i < 20_000; i++) {
			byte[] bytes = new byte[random.nextInt(60)];
			random.nextBytes(bytes);
			try {
				new Cbor(bytes).skip(Limits.CBOR_DEPTH);
			} catch (Rejected expected) {
				assertThat(expected.reason()).isEqualTo(Cause.CODE_BROKEN);
			} catch (RuntimeException e) {
				throw new AssertionError("seed " + seed + ", bytes " + HexFormat.of().formatHex(bytes), e);
			}
		}
	}

	private static Cbor cbor(String hex) {
		return new Cbor(HexFormat.of().parseHex(hex));
	}
}
