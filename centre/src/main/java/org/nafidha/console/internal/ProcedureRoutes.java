package org.nafidha.console.internal;

import static org.nafidha.identity.Role.ADMINISTRATOR;
import static org.nafidha.identity.Role.AUDITOR;
import static org.nafidha.identity.Role.DIRECTOR;
import static org.nafidha.identity.Role.HEAD;
import static org.nafidha.identity.Role.PROCEDURE_ENGINEER;
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

/** Who reads the procedures and tries invented cases: nothing in them is secret, so everybody who answers for one may. Engineers write them. */
@Configuration(proxyBeanMethods = false)
class ProcedureRoutes {

	private static final Role[] READERS = {PROCEDURE_ENGINEER, HEAD, DIRECTOR, AUDITOR, ADMINISTRATOR};

	@Bean
	RouteTable procedureRouteTable() {
		String version = "/console/procedures/{id}/{version}";
		String draft = "/console/drafts/{draft}";
		return RouteTable.of(Route.only(GET, "/console/procedures", READERS), Route.only(GET, version, READERS),
				Route.only(GET, version + "/text", READERS), Route.only(GET, version + "/bpmn", READERS),
				Route.only(GET, version + "/examples", READERS), Route.only(GET, version + "/trial", READERS),
				Route.only(POST, version + "/trial", READERS), Route.only(GET, version + "/retire", PROCEDURE_ENGINEER),
				Route.only(POST, version + "/retire", PROCEDURE_ENGINEER), Route.only(POST, "/console/drafts", PROCEDURE_ENGINEER),
				Route.only(GET, "/console/drafts", PROCEDURE_ENGINEER), Route.only(GET, "/console/proposals", PROCEDURE_ENGINEER),
				Route.only(GET, draft, PROCEDURE_ENGINEER), Route.only(POST, draft, PROCEDURE_ENGINEER),
				Route.only(GET, draft + "/look", PROCEDURE_ENGINEER), Route.only(GET, draft + "/trial", PROCEDURE_ENGINEER),
				Route.only(POST, draft + "/trial", PROCEDURE_ENGINEER), Route.only(GET, draft + "/examples", PROCEDURE_ENGINEER),
				Route.only(POST, draft + "/examples", PROCEDURE_ENGINEER), Route.only(GET, draft + "/publish", PROCEDURE_ENGINEER),
				Route.only(POST, draft + "/publish", PROCEDURE_ENGINEER), Route.only(GET, "/console/proposals/{proposal}", PROCEDURE_ENGINEER),
				Route.only(POST, "/console/proposals/{proposal}", PROCEDURE_ENGINEER));
	}

	@Bean
	NavContribution procedureNav() {
		return () -> List.of(new NavItem(NavItem.Bar.STAFF, "procedures.nav", "/console/procedures", 70, Set.of(READERS)));
	}
}
