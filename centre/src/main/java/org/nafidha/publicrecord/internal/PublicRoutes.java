package org.nafidha.publicrecord.internal;

import static org.springframework.http.HttpMethod.GET;

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
		return RouteTable.of(Route.open(GET, "/figures"), Route.open(GET, "/figures.json"));
	}

	@Bean
	NavContribution publicNavigation() {
		return () -> List.of(new NavItem(NavItem.Bar.CITIZEN, "publicrecord.nav.figures", "/figures", 90, Set.of()));
	}
}
