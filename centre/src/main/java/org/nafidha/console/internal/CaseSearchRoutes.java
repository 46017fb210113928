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

/** Heads and directors find the cases of their units, auditors and the council's director all. */
@Configuration(proxyBeanMethods = false)
class CaseSearchRoutes {

	private static final Role[] FIND = {Role.HEAD, Role.DIRECTOR, Role.AUDITOR};
	private static final Role[] BY_NAME = {Role.HEAD, Role.AUDITOR}; // as PersonRoutes

	@Bean
	RouteTable caseSearchRouteTable() {
		return RouteTable.of(Route.only(GET, "/staff/cases", FIND), Route.only(POST, "/staff/cases", BY_NAME));
	}

	@Bean
	NavContribution caseSearchNav() {
		return () -> List.of(new NavItem(NavItem.Bar.STAFF, "search.nav", "/staff/cases", 48, Set.of(FIND)));
	}
}
