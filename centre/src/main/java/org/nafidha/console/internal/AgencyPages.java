package org.nafidha.console.internal;

import static org.nafidha.identity.Role.ADMINISTRATOR;
import static org.nafidha.identity.Role.AUDITOR;
import static org.nafidha.identity.Role.DIRECTOR;
import static org.springframework.http.HttpMethod.GET;

import java.util.List;
import java.util.Set;
import org.nafidha.agencies.Agencies;
import org.nafidha.identity.Route;
import org.nafidha.identity.RouteTable;
import org.nafidha.web.NavContribution;
import org.nafidha.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the outside bodies answer: figures only, nobody's paper. */
@Controller
class AgencyPages {

	private final Agencies agencies;

	AgencyPages(Agencies agencies) {
		this.agencies = agencies;
	}

	@GetMapping("/console/agencies")
	String all(Model model) {
		model.addAttribute("agencies", agencies.states());
		return "console/agencies";
	}

	@Configuration(proxyBeanMethods = false)
	static class Places {

		@Bean
		RouteTable agencyConsoleRouteTable() {
			return RouteTable.of(Route.only(GET, "/console/agencies", ADMINISTRATOR, AUDITOR, DIRECTOR));
		}

		@Bean
		NavContribution agencyConsoleNav() {
			return () -> List.of(new NavItem(NavItem.Bar.STAFF, "agencies.nav", "/console/agencies", 66, Set.of(ADMINISTRATOR, AUDITOR, DIRECTOR)));
		}
	}
}
