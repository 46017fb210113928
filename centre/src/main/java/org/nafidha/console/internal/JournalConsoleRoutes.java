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

/** Auditors and administrators look at the journal; what an entry says of people only an auditor opens, with a purpose. */
@Configuration(proxyBeanMethods = false)
class JournalConsoleRoutes {

	private static final Role[] INSPECT = {Role.AUDITOR, Role.ADMINISTRATOR};

	@Bean
	RouteTable journalConsoleRouteTable() {
		return RouteTable.of(Route.only(GET, "/console/journal", INSPECT), Route.only(GET, "/console/journal/{id}", INSPECT),
				Route.only(POST, "/console/journal/{id}", Role.AUDITOR), Route.only(GET, "/console/draws/{task}", Role.AUDITOR));
	}

	@Bean
	NavContribution journalConsoleNav() {
		return () -> List.of(new NavItem(NavItem.Bar.STAFF, "console.journal", "/console/journal", 70, Set.of(INSPECT)));
	}
}
