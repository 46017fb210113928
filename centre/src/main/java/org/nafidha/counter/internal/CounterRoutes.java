package org.nafidha.counter.internal;

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

/** Who may use the counter, and its place in the bar. */
@Configuration(proxyBeanMethods = false)
class CounterRoutes {

	private static final Role[] CLERKS = {Role.CLERK};

	@Bean
	RouteTable counterRouteTable() {
		return RouteTable.of(Route.only(GET, "/counter", CLERKS), Route.only(POST, "/counter", CLERKS),
				Route.only(GET, "/counter/visits/{visit}", CLERKS),
				Route.only(GET, "/counter/visits/{visit}/services/{procedure}", CLERKS),
				Route.only(POST, "/counter/visits/{visit}/services/{procedure}", CLERKS),
				Route.only(GET, "/counter/visits/{visit}/cases/{number}", CLERKS), Route.only(POST, "/counter/visits/{visit}/cases/{number}", CLERKS),
				Route.only(GET, "/counter/visits/{visit}/cases/{number}/appeal", CLERKS),
				Route.only(POST, "/counter/visits/{visit}/cases/{number}/appeal", CLERKS),
				Route.only(POST, "/counter/visits/{visit}/cases/{number}/withdrawal", CLERKS),
				Route.only(GET, "/counter/visits/{visit}/cases/{number}/receipts/{receipt}", CLERKS),
				Route.only(GET, "/counter/visits/{visit}/cases/{number}/documents/{document}", CLERKS));
	}

	@Bean
	NavContribution counterNav() {
		return () -> List.of(new NavItem(NavItem.Bar.STAFF, "counter.nav", "/counter", 10, Set.of(CLERKS)));
	}
}
