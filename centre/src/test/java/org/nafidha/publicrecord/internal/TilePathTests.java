package org.nafidha.publicrecord.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTests {

	@ParameterizedTest
	@CsvSource({"000, 0, 256", "067, 67, 256", "x001/234, 1234, 256", "x001/x234/067, 1234067, 256", "x001/x000/000.p/1, 1000000, 1",
			"999.p/255, 999, 255", "x999/x999/x999/x999/x999/999, 999999999999999999, 256"})
	void anIndexIsWrittenInGroupsOfThreeDigits(String text, long index, int width) {
		assertThat(TilePath.parse(text)).contains(new TilePath(index, width));
		assertThat(TilePath.parse("/" + text)).contains(new TilePath(index, width));
		assertThat(new TilePath(index, width).text()).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "/", "0", "00", "0000", "x000", "x000/001", "001/234", "x001", "x001/", "x1/234", "001.p/0", "001.p/256", "001.p/999",
			"001.p/01", "001.p/", "001.p", "-01", "x001/x234/67", "x001//067", "x001/067/", "x001/x001/x001/x001/x001/x001/001", "٠٠١"})
	void everyOtherSpellingIsNoAddress(String text) {
		assertThat(TilePath.parse(text)).isEmpty();
	}
}
