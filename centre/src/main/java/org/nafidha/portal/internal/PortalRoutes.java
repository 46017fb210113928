package org.nafidha.portal.internal;

import static org.nafidha.identity.Role.CITIZEN;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import org.nafidha.identity.Route;
import org.nafidha.identity.RouteTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PortalRoutes {

	@Bean
	RouteTable portalRouteTable() {
		return RouteTable.of(Route.open(GET, "/"), Route.open(GET, "/services"), Route.open(GET, "/services/{id}"), Route.open(GET, "/may-i-open"),
				Route.open(GET, "/follow"),
				Route.open(GET, "/follow/{number}"), Route.only(GET, "/services/{id}/apply/**", CITIZEN),
				Route.only(POST, "/services/{id}/apply/**", CITIZEN), Route.only(GET, "/my/**", CITIZEN), Route.only(POST, "/my/**", CITIZEN));
	}
}
