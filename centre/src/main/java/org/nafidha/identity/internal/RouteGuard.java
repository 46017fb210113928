package org.nafidha.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nafidha.identity.Role;
import org.nafidha.identity.Route;
import org.nafidha.identity.SignedIn;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ServletRequestPathUtils;

/** Lets a request in if the line of the route tables that counts for it says so; otherwise, and without a line, not. */
@Component
final class RouteGuard implements AuthorizationManager<RequestAuthorizationContext> {

	private final Routes routes;

	RouteGuard(Routes routes) {
		this.routes = routes;
	}

	@Override
	public AuthorizationDecision authorize(Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
		HttpServletRequest request = context.getRequest();
		return new AuthorizationDecision(route(request).map(route -> admits(route.access(), who, request)).orElse(false));
	}

	Optional<Route> route(HttpServletRequest request) {
		PathContainer path = ServletRequestPathUtils.parse(request).pathWithinApplication();
		return routes.find(HttpMethod.valueOf(request.getMethod()), path);
	}

	private static boolean admits(Route.Access access, Supplier<? extends @Nullable Authentication> who, HttpServletRequest request) {
		return switch (access) {
			case Route.Access.Everybody() -> true;
			case Route.Access.Only(Set<Role> roles) -> hasOne(roles, who);
			case Route.Access.ThisMachineOr(Set<Role> roles) -> isThisMachine(request) || hasOne(roles, who);
		};
	}

	private static boolean hasOne(Set<Role> roles, Supplier<? extends @Nullable Authentication> who) {
		Authentication authentication = who.get();
		return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
				&& signedIn.roles().stream().anyMatch(roles::contains);
	}

	/** The connection's own end: behind a proxy, the address the proxy reports (Tomcat's remote-ip valve). */
	private static boolean isThisMachine(HttpServletRequest request) {
		try {
			return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
		} catch (UnknownHostException e) {
			return false;
		}
	}
}
