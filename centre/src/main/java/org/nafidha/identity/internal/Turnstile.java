package org.nafidha.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.nafidha.identity.Role;
import org.nafidha.identity.Route;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * What happens to a request that is not let in. A visitor goes to sign in and comes back afterwards, with whatever form
 * was being sent; a form from an outdated page of our own is given back to be sent again; anybody else is told no.
 */
@Component
final class Turnstile implements AuthenticationEntryPoint, AccessDeniedHandler {

	static final String CITIZENS = "/sign-in";
	static final String STAFF = "/staff/sign-in";
	static final String RESUME = "/resume";

	private static final Set<String> READING = Set.of("GET", "HEAD");
	/** Characters of an address worth coming back to; nobody fills the table of sessions with longer ones. */
	private static final int LONGEST_ADDRESS = 512;

	private final RouteGuard guard;
	private final SessionForms forms;

	Turnstile(RouteGuard guard, SessionForms forms) {
		this.guard = guard;
		this.forms = forms;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
		Optional<Route> route = guard.route(request);
		if (route.isEmpty()) {
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
		} else if (isProgram(request)) {
			response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
		} else {
			remember(request);
			lead(signIn(route.get()), request, response);
		}
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why) throws IOException {
		if (guard.route(request).isEmpty()) {
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
		} else if (why instanceof CsrfException && isOurOwnForm(request) && forms.keep(request)) {
			lead(RESUME, request, response);
		} else {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
		}
	}

	private void remember(HttpServletRequest request) {
		if (!READING.contains(request.getMethod())) {
			forms.keep(request);
			return;
		}
		Optional<String> address = request.getHeader("HX-Request") == null ? Optional.of(SessionForms.address(request)) : currentPage(request);
		address.filter(page -> page.length() <= LONGEST_ADDRESS)
				.ifPresent(page -> request.getSession().setAttribute(DatabaseSessions.WANTED, page));
	}

	/** The page around a fragment that htmx asked for. */
	private static Optional<String> currentPage(HttpServletRequest request) {
		String url = request.getHeader("HX-Current-URL");
		try {
			URI page = URI.create(url == null ? "" : url);
			return Optional.ofNullable(page.getRawPath()).map(path -> page.getRawQuery() == null ? path : path + "?" + page.getRawQuery())
					.filter(DatabaseSessions::isLocal);
		} catch (IllegalArgumentException notAnAddress) {
			return Optional.empty();
		}
	}

	private static String signIn(Route route) {
		return switch (route.access()) {
			case Route.Access.Only(Set<Role> roles) when roles.contains(Role.CITIZEN) -> CITIZENS;
			case Route.Access.Everybody() -> CITIZENS;
			case Route.Access other -> STAFF;
		};
	}

	private static boolean isProgram(HttpServletRequest request) {
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		return request.getHeader("HX-Request") == null && accept != null && accept.startsWith(MediaType.APPLICATION_JSON_VALUE);
	}

	/** Browsers name the origin of every form they send, and no page of another site can change it. */
	private static boolean isOurOwnForm(HttpServletRequest request) {
		String url = request.getRequestURL().toString();
		String origin = url.substring(0, url.length() - request.getRequestURI().length());
		return !READING.contains(request.getMethod()) && origin.equals(request.getHeader(HttpHeaders.ORIGIN)) && !isProgram(request);
	}

	/** htmx would follow a redirect inside a fragment; its own header moves the whole page. */
	private static void lead(String address, HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (request.getHeader("HX-Request") != null) {
			response.setHeader("HX-Redirect", address);
		} else {
			response.sendRedirect(address);
		}
	}
}
