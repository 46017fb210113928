package org.nafidha.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.nafidha.identity.Role;
import org.nafidha.identity.Route;
import org.nafidha.identity.RouteTable;
import org.nafidha.identity.SavedForms;
import org.nafidha.identity.Sessions;
import org.nafidha.identity.SignedIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Addresses that only tests have, to try the guard on. */
@RestController
class TryOut {

	private final Sessions sessions;
	private final SavedForms forms;

	TryOut(Sessions sessions, SavedForms forms) {
		this.sessions = sessions;
		this.forms = forms;
	}

	@GetMapping("/try-out/open")
	String open(CsrfToken token) {
		return token.getToken();
	}

	@GetMapping("/try-out/citizen")
	String citizen(@AuthenticationPrincipal SignedIn.Citizen who) {
		return who.actor().text();
	}

	@PostMapping("/try-out/citizen")
	String send(@AuthenticationPrincipal SignedIn.Citizen who, @RequestParam String reason) {
		return who.actor().text() + " says " + reason;
	}

	@GetMapping("/try-out/cashier")
	String cashier(@AuthenticationPrincipal SignedIn.Staff who) {
		return who.actor().text();
	}

	/** Stands in for the sign-in screens. */
	@PostMapping("/try-out/enter")
	String enter(@RequestParam String person, HttpServletRequest request, HttpServletResponse response) {
		return sessions.begin(new SignedIn.Citizen(person), request, response);
	}

	@PostMapping("/try-out/leave")
	void leave(HttpServletRequest request, HttpServletResponse response) {
		sessions.end(request, response);
	}

	@GetMapping("/try-out/waiting")
	String waiting(HttpServletRequest request) {
		return forms.waiting(request).map(Record::toString).orElse("nothing");
	}

	@Configuration(proxyBeanMethods = false)
	static class Table {

		@Bean
		RouteTable tryOutRoutes() {
			return RouteTable.of(Route.open(HttpMethod.GET, "/try-out/open"), Route.only(HttpMethod.GET, "/try-out/citizen", Role.CITIZEN),
					Route.only(HttpMethod.POST, "/try-out/citizen", Role.CITIZEN), Route.only(HttpMethod.GET, "/try-out/cashier", Role.CASHIER),
					Route.open(HttpMethod.POST, "/try-out/enter"), Route.signedIn(HttpMethod.POST, "/try-out/leave"),
					Route.open(HttpMethod.GET, "/try-out/waiting"));
		}
	}
}
