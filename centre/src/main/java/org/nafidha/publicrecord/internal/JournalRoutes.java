package org.nafidha.publicrecord.internal;

import static org.springframework.http.HttpMethod.GET;

import org.nafidha.identity.Route;
import org.nafidha.identity.RouteTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The journal's read API is for everybody. */
@Configuration(proxyBeanMethods = false)
class JournalRoutes {

	@Bean
	RouteTable journalRouteTable() {
		return RouteTable.of(Route.open(GET, "/checkpoint"), Route.open(GET, "/tile/**"), Route.open(GET, "/journal/proof"),
				Route.open(GET, "/journal/consistency"));
	}
}
