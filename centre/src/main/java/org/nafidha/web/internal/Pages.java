package org.nafidha.web.internal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nafidha.identity.Role;
import org.nafidha.identity.SignedIn;
import org.nafidha.platform.CentreProperties;
import org.nafidha.platform.Texts;
import org.nafidha.web.NavContribution;
import org.nafidha.web.NavItem;
import org.nafidha.web.Page;
import org.nafidha.web.RequestId;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Makes the {@link Page} of a request. */
@Component
class Pages {

	private final Texts texts;
	private final CentreProperties centre;
	private final Names names;
	private final ResourceUrlProvider assets;
	private final List<NavItem> nav;

	Pages(Texts texts, CentreProperties centre, Names names, ResourceUrlProvider assets, List<NavContribution> contributions) {
		this.texts = texts;
		this.centre = centre;
		this.names = names;
		this.assets = assets;
		this.nav = contributions.stream().flatMap(c -> c.items().stream()).sorted(Comparator.comparingInt(NavItem::order)).toList();
	}

	Page of(HttpServletRequest request) {
		SignedIn who = signedIn();
		Set<Role> roles = who == null ? Set.of() : who.roles();
		List<NavItem> allowed = nav.stream().filter(i -> i.roles().isEmpty() || i.roles().stream().anyMatch(roles::contains)).toList();
		Names.Named named = names.of(who);
		Page.Facts facts = new Page.Facts(Language.of(request), centre.zone(), path(request), query(request), centre.demo(), RequestId.of(request),
				who, named.name(), named.away(), allowed);
		return new Page(facts, texts, this::asset, () -> (CsrfToken) request.getAttribute(CsrfToken.class.getName()));
	}

	private static @Nullable SignedIn signedIn() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return authentication != null && authentication.getPrincipal() instanceof SignedIn who ? who : null;
	}

	private String asset(String address) {
		return Objects.requireNonNull(assets.getForLookupPath(address), () -> "no such file: static" + address);
	}

	/** The address the reader asked for, also while an error page is shown in its place. */
	private static String path(HttpServletRequest request) {
		return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed ? failed : request.getRequestURI();
	}

	private static String query(HttpServletRequest request) {
		Object failed = request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING);
		return failed instanceof String query ? query : Objects.requireNonNullElse(request.getQueryString(), "");
	}
}
