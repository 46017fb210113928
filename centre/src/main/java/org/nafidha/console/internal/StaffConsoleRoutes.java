package org.nafidha.console.internal;

import static org.nafidha.identity.Role.ADMINISTRATOR;
import static org.nafidha.identity.Role.DIRECTOR;
import static org.nafidha.identity.Role.HEAD;
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

/** Only administrators see and change accounts, units and days off; heads and directors see what waits beneath them; everybody says for themselves whether they are at work. */
@Configuration(proxyBeanMethods = false)
class StaffConsoleRoutes {

	@Bean
	RouteTable staffConsoleRouteTable() {
		return RouteTable.of(Route.only(GET, "/console/staff/**", ADMINISTRATOR), Route.only(POST, "/console/staff/**", ADMINISTRATOR),
				Route.staff(GET, "/staff/presence"), Route.staff(POST, "/staff/presence"),
				Route.only(GET, "/staff/waiting", HEAD, DIRECTOR), Route.only(GET, "/console/units/**", ADMINISTRATOR),
				Route.only(POST, "/console/units/**", ADMINISTRATOR), Route.only(GET, "/console/calendar/**", ADMINISTRATOR),
				Route.only(POST, "/console/calendar/**", ADMINISTRATOR));
	}

	@Bean
	NavContribution staffConsoleNav() {
		return () -> List.of(new NavItem(NavItem.Bar.STAFF, "waiting.nav", "/staff/waiting", 50, Set.of(HEAD, DIRECTOR)),
				new NavItem(NavItem.Bar.STAFF, "staff.nav", "/console/staff", 60, Set.of(ADMINISTRATOR)),
				new NavItem(NavItem.Bar.STAFF, "units.nav", "/console/units", 62, Set.of(ADMINISTRATOR)),
				new NavItem(NavItem.Bar.STAFF, "calendar.nav", "/console/calendar", 63, Set.of(ADMINISTRATOR)));
	}
}
