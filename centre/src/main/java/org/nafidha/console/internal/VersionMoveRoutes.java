package org.nafidha.console.internal;

import static org.nafidha.identity.Role.ADMINISTRATOR;
import static org.nafidha.identity.Role.PROCEDURE_ENGINEER;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import org.nafidha.identity.Role;
import org.nafidha.identity.Route;
import org.nafidha.identity.RouteTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who moves running cases to another version: whoever answers for the procedures' texts and for the product, and nobody who decides on cases. */
@Configuration(proxyBeanMethods = false)
class VersionMoveRoutes {

	private static final Role[] MOVERS = {PROCEDURE_ENGINEER, ADMINISTRATOR};

	@Bean
	RouteTable versionMoveRouteTable() {
		return RouteTable.of(Route.only(GET, "/console/procedures/{id}/move", MOVERS), Route.only(POST, "/console/procedures/{id}/move", MOVERS));
	}
}
