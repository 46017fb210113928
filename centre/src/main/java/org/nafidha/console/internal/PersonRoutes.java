package org.nafidha.console.internal;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import java.util.Set;
import org.nafidha.identity.Role;
import org.nafidha.identity.Route;
import org.nafidha.identity.RouteTable;
import org.nafidha.web.NavContribution;
import org.nafidha.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Auditors and heads of sections may look up a person, each time with a purpose. */
@Configuration(proxyBeanMethods = false)
class PersonRoutes {

	private static final Role[] LOOK = {Role.AUDITOR, Role.HEAD};

	@Bean
	RouteTable personRouteTable() {
		return RouteTable.of(Route.only(GET, "/console/people", LOOK), Route.only(POST, "/console/people", LOOK));
	}

	@Bean
	NavContribution personNav() {
		return () -> List.of(new NavItem(NavItem.Bar.STAFF, "people.nav", "/console/people", 72, Set.of(LOOK)));
	}
}
