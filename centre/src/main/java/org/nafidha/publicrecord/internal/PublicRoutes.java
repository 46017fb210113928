package org.nafidha.publicrecord.internal;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import java.util.Set;
import org.nafidha.identity.Route;
import org.nafidha.identity.RouteTable;
import org.nafidha.web.NavContribution;
import org.nafidha.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All of it is open to everybody: that is what this module is for. */
@Configuration(proxyBeanMethods = false)
class PublicRoutes {

	@Bean
	RouteTable publicPages() {
		return RouteTable.of(Route.open(GET, "/figures"), Route.open(GET, "/figures.json"), Route.open(GET, "/verify"), Route.open(POST, "/verify"),
				Route.open(GET, "/verify/**"), Route.open(GET, "/pki/**"), Route.open(GET, "/.well-known/nafidha-keys.json"));
	}

	@Bean
	NavContribution publicNavigation() {
		return () -> List.of(new NavItem(NavItem.Bar.CITIZEN, "publicrecord.nav.verify", "/verify", 80, Set.of()),
				new NavItem(NavItem.Bar.CITIZEN, "publicrecord.nav.figures", "/figures", 90, Set.of()));
	}
}
