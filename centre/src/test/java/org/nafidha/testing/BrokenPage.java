package org.nafidha.testing;

import org.nafidha.identity.Route;
import org.nafidha.identity.RouteTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A page with a fault, whose exception quotes what it choked on. */
@RestController
class BrokenPage {

	@GetMapping("/log-tests/broken")
	String broken(@RequestParam String said) {
		throw new IllegalStateException("cannot make sense of " + said);
	}

	@Configuration(proxyBeanMethods = false)
	static class Table {

		@Bean
		RouteTable brokenPageRoutes() {
			return RouteTable.of(Route.open(HttpMethod.GET, "/log-tests/broken"));
		}
	}
}
