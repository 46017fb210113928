package org.nafidha.console.internal;

import static org.nafidha.identity.Role.ADMINISTRATOR;
import static org.nafidha.identity.Role.AUDITOR;
import static org.nafidha.identity.Role.DIRECTOR;
import static org.nafidha.identity.Role.HEAD;
import static org.nafidha.identity.Role.PROCEDURE_ENGINEER;
import static org.springframework.http.HttpMethod.GET;

import java.util.List;
import java.util.Set;
import org.nafidha.identity.Role;
import org.nafidha.identity.Route;
import org.nafidha.identity.RouteTable;
import org.nafidha.web.NavContribution;
import org.nafidha.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who reads the procedures: nothing in them is secret, so everybody who answers for one may. */
@Configuration(proxyBeanMethods = false)
class ProcedureRoutes {

	private static final Role[] READERS = {PROCEDURE_ENGINEER, HEAD, DIRECTOR, AUDITOR, ADMINISTRATOR};

	@Bean
	RouteTable procedureRouteTable() {
		return RouteTable.of(Route.only(GET, "/console/procedures", READERS), Route.only(GET, "/console/procedures/{id}/{version}", READERS),
				Route.only(GET, "/console/procedures/{id}/{version}/text", READERS));
	}

	@Bean
	NavContribution procedureNav() {
		return () -> List.of(new NavItem(NavItem.Bar.STAFF, "procedures.nav", "/console/procedures", 70, Set.of(READERS)));
	}
}
