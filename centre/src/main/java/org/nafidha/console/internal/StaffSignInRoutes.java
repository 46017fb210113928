package org.nafidha.console.internal;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import org.nafidha.identity.Route;
import org.nafidha.identity.RouteTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StaffSignInRoutes {

	/** Between the steps nobody is signed in yet: what these addresses do depends on what the session has kept. */
	@Bean
	RouteTable staffSignInRouteTable() {
		return RouteTable.of(Route.open(GET, "/staff/sign-in"), Route.open(POST, "/staff/sign-in"), Route.open(GET, "/staff/sign-in/**"),
				Route.open(POST, "/staff/sign-in/new-password"), Route.open(POST, "/staff/sign-in/enrol"), Route.open(POST, "/staff/sign-in/code"),
				Route.open(POST, "/staff/sign-in/passkey/options"), Route.open(POST, "/staff/sign-in/passkey"), Route.staff(GET, "/staff"),
				Route.staff(GET, "/console"));
	}
}
