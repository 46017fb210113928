package org.nafidha.office.internal;

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

/** Who may use the office, and its place in the bar. */
@Configuration(proxyBeanMethods = false)
class OfficeRoutes {

	private static final Role[] DECIDE = {Role.REVIEWER, Role.INSPECTOR, Role.REGISTRAR, Role.HEAD};

	@Bean
	RouteTable officeRouteTable() {
		return RouteTable.of(Route.only(GET, "/office", DECIDE), Route.only(POST, "/office/tasks/{id}", DECIDE),
				Route.only(GET, "/office/tasks/{id}/draw", DECIDE), Route.only(GET, "/office/tasks/{id}/papers/{attachment}", DECIDE),
				Route.only(POST, "/office/tasks/{id}/opinions", DECIDE), Route.only(GET, "/office/opinions/{task}", DECIDE),
				Route.only(POST, "/office/opinions/{task}", DECIDE), Route.only(GET, "/office/day", DECIDE),
				Route.only(POST, "/office/tasks/{id}/letters", DECIDE), Route.only(GET, "/office/letters", DECIDE),
				Route.only(POST, "/office/letters/{task}", DECIDE), Route.only(GET, "/office/conflicts", DECIDE),
				Route.only(POST, "/office/conflicts", DECIDE),
				Route.only(POST, "/office/conflicts/{person}/withdraw", DECIDE));
	}

	@Bean
	NavContribution officeNav() {
		return () -> List.of(new NavItem(NavItem.Bar.STAFF, "office.nav", "/office", 20, Set.of(DECIDE)));
	}
}
