package org.nafidha.agencies.internal;

import java.util.List;
import org.nafidha.identity.People;
import org.nafidha.identity.Route;
import org.nafidha.identity.RouteTable;
import org.nafidha.procedures.Automation;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;

/** Every service of the list becomes an automation. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AgencySettings.class)
@Import(AgencyConfiguration.Registrar.class)
class AgencyConfiguration {

	/** Agencies are no visitors with forms: what they send is known by its signature. */
	@Bean
	RouteTable agencyRouteTable() {
		return RouteTable.of(Route.open(HttpMethod.POST, Wire.ANSWERS));
	}

	/** The services that agencies answer, in the order of the list. */
	record Services(List<AgencyService> all) {

		AgencyService of(Exchange exchange) {
			return all.stream().filter(one -> one.agency().equals(exchange.agency()) && one.id().equals(exchange.service())).findFirst()
					.orElseThrow();
		}
	}

	static final class Registrar implements BeanRegistrar {

		@Override
		public void register(BeanRegistry registry, Environment environment) {
			List<AgencyService> services = ServiceFile.read();
			registry.registerBean("agencyServices", Services.class, spec -> spec.supplier(context -> new Services(services)));
			for (AgencyService service : services) {
				registry.registerBean(service.automation(), Automation.class, spec -> spec.supplier(context -> new AgencyAutomation(service,
						context.bean(AgencySettings.class), context.bean(Exchanges.class), context.bean(People.class))));
			}
		}
	}
}
