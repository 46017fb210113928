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

/** Heads and directors revoke; of which unit's documents, the rules of the documents say. */
@Configuration(proxyBeanMethods = false)
class RevocationRoutes {

	private static final Role[] REVOKE = {Role.HEAD, Role.DIRECTOR};

	@Bean
	RouteTable revocationRouteTable() {
		return RouteTable.of(Route.only(GET, "/console/documents", REVOKE), Route.only(GET, "/console/documents/{number}", REVOKE),
				Route.only(POST, "/console/documents/{number}", REVOKE));
	}

	@Bean
	NavContribution revocationNav() {
		return () -> List.of(new NavItem(NavItem.Bar.STAFF, "revocation.nav", "/console/documents", 74, Set.of(REVOKE)));
	}
}
