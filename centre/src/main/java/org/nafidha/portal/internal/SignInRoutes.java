package org.nafidha.portal.internal;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import org.nafidha.identity.Route;
import org.nafidha.identity.RouteTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SignInRoutes {

	@Bean
	RouteTable signInRouteTable() {
		return RouteTable.of(Route.open(GET, "/sign-in"), Route.open(POST, "/sign-in"), Route.open(GET, "/sign-in/code"),
				Route.open(POST, "/sign-in/code"), Route.open(POST, "/sign-out"), Route.open(GET, "/resume"), Route.open(POST, "/resume/discard"));
	}
}
