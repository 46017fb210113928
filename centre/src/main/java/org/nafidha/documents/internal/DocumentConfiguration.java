package org.nafidha.documents.internal;

import java.time.InstantSource;
import org.nafidha.documents.paper.Composer;
import org.nafidha.platform.CentreProperties;
import org.nafidha.platform.Secrets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The module's parts that know nothing of Spring. */
@Configuration(proxyBeanMethods = false)
class DocumentConfiguration {

	@Bean
	CityKeys cityKeys(CentreProperties centre, DocumentSettings settings, Secrets secrets, InstantSource clock) {
		return new KeyCabinet(centre, settings, secrets, clock).open();
	}

	@Bean
	FileSeal fileSeal(CityKeys keys) {
		return new FileSeal(keys);
	}

	@Bean
	Composer composer() {
		return new Composer();
	}
}
