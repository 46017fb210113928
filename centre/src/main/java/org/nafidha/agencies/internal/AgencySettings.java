package org.nafidha.agencies.internal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the centre reaches agencies; docs/agencies.md. Without an address no agency is asked, and services that need one are not offered.
 *
 * @param url of the security server, such as {@code https://security-server.city.example}
 * @param keys folder with {@code agencies.properties}: the public key of every agency
 * @param client how the centre names itself to others
 * @param answerTimeout how long an answer may take to come at once
 */
@ConfigurationProperties("nafidha.agencies")
record AgencySettings(@Nullable URI url, @Nullable Path keys, @DefaultValue("SY/MUN/ALEPPO/NAFIDHA") String client,
		@DefaultValue("3s") Duration connectTimeout, @DefaultValue("10s") Duration answerTimeout) {

	AgencySettings {
		if (url != null && keys == null) {
			throw new IllegalArgumentException(
					"nafidha.agencies.keys must name the folder with the agencies' public keys, since nafidha.agencies.url is set");
		}
		if (answerTimeout.compareTo(Duration.ofSeconds(45)) > 0) {
			throw new IllegalArgumentException("nafidha.agencies.answer-timeout must be at most 45 s: a claim on a step lasts 60");
		}
	}

	boolean connected() {
		return url != null;
	}
}
