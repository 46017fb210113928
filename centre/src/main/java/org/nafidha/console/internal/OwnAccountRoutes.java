package org.nafidha.console.internal;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import org.nafidha.identity.Route;
import org.nafidha.identity.RouteTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OwnAccountRoutes {

	@Bean
	RouteTable ownAccountRouteTable() {
		return RouteTable.of(Route.staff(GET, "/staff/account"), Route.staff(GET, "/staff/account/**"), Route.staff(POST, "/staff/account/confirm"),
				Route.staff(POST, "/staff/account/passkeys/options"), Route.staff(POST, "/staff/account/passkeys"),
				Route.staff(POST, "/staff/account/passkeys/remove"), Route.staff(POST, "/staff/account/app"),
				Route.staff(POST, "/staff/account/password"));
	}
}
