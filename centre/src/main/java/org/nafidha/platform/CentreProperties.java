package org.nafidha.platform;

import java.nio.file.Path;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings an operator gives the whole centre.
 *
 * @param home folder for the embedded database, secrets, keys, stored files and logs
 * @param zone the city's time zone; every date that a person sees is in it
 * @param demo true for a centre with invented people, simulated agencies and codes shown on screen
 * @param publicUrl address under which citizens reach the centre, without a trailing slash; printed into codes
 * @param city short Latin name of the city: the journal's origin is {@code nafidha/<city>}, documents are issued by
 *            {@code nafidha:<city>}; never changes once in production
 */
@ConfigurationProperties("nafidha")
public record CentreProperties(@DefaultValue("data") Path home, @DefaultValue("Asia/Damascus") ZoneId zone, @DefaultValue("false") boolean demo,
		@DefaultValue("http://localhost:8080") String publicUrl, @DefaultValue("aleppo") String city) {

	public CentreProperties {
		if (!city.matches("[a-z][a-z0-9-]{0,40}")) {
			throw new IllegalArgumentException("nafidha.city must be a short Latin name such as aleppo, not: " + city);
		}
	}
}
