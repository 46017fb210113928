package org.nafidha.identity.internal;

import org.nafidha.identity.Staff;
import org.nafidha.platform.CentreProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

	/** Whoever is given the staff finds it there: it is sown before the bean exists. */
	@Bean
	Staff staff(JdbcClient db, StaffSeed seed, CentreProperties centre) {
		seed.sow(centre);
		return new JdbcStaff(db);
	}
}
