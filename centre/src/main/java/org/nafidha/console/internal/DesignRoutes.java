package org.nafidha.console.internal;

import org.nafidha.identity.Route;
import org.nafidha.identity.RouteTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
class DesignRoutes {

	@Bean
	RouteTable designRouteTable() {
		return RouteTable.of(Route.staff(HttpMethod.GET, "/design"));
	}
}
