package org.nafidha.register.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the demonstration city is made.
 *
 * @param demoSeed the same seed, number of sheets and quarters make the same city
 * @param citySheets how many sheets, 10 to 90,000
 * @param quartersFile GeoJSON of the city's quarters (properties NAME_A and NAME); without it a built-in list of well-known ones serves alone
 */
@ConfigurationProperties("nafidha")
record CityProperties(@DefaultValue("2026") long demoSeed, @DefaultValue("20000") int citySheets, @DefaultValue("") String quartersFile) {

	CityProperties {
		if (citySheets < 10 || citySheets > 90_000) {
			throw new IllegalArgumentException("nafidha.city-sheets must be between 10 and 90000, not " + citySheets);
		}
	}

	@Nullable
	String quartersFileOrNull() {
		return quartersFile.isBlank() ? null : quartersFile;
	}
}
