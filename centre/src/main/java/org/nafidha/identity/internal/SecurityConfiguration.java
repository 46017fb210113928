package org.nafidha.identity.internal;

import jakarta.servlet.DispatcherType;
import java.util.Set;
import org.nafidha.identity.Role;
import org.nafidha.identity.Route;
import org.nafidha.identity.RouteTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** One chain guards every address; who may use which stands in the modules' route tables. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	/** data: is for the small drawings inside the style sheet. */
	static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
			+ "frame-ancestors 'none'";
	static final String PERMISSIONS_POLICY = "camera=(self), geolocation=(self), microphone=(), payment=(), usb=(), "
			+ "publickey-credentials-get=(self), publickey-credentials-create=(self)";

	private static final long HSTS_SECONDS = 31_536_000;

	@Bean
	SecurityFilterChain guardOfAllRequests(HttpSecurity http, RouteGuard guard, Turnstile turnstile, SessionContext sessions,
			CsrfTokenRepository formTokens, Cookies cookies) {
		return http.securityContext(context -> context.securityContextRepository(sessions))
				.authorizeHttpRequests(requests -> requests
						.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC).permitAll().anyRequest()
						.access(guard))
				.exceptionHandling(denied -> denied.authenticationEntryPoint(turnstile).accessDeniedHandler(turnstile))
				.csrf(csrf -> csrf.ignoringRequestMatchers("/agencies/answers").csrfTokenRepository(formTokens)
						.csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler()))
				.requestCache(AbstractHttpConfigurer::disable).sessionManagement(AbstractHttpConfigurer::disable)
				.logout(AbstractHttpConfigurer::disable).formLogin(AbstractHttpConfigurer::disable).httpBasic(AbstractHttpConfigurer::disable)
				.headers(headers -> headers(headers, cookies.secure())).build();
	}

	private static void headers(HeadersConfigurer<HttpSecurity> headers, boolean https) {
		headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
				.permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS_POLICY))
				.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
				.crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
				.crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
				.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
		if (https) {
			headers.httpStrictTransportSecurity(hsts -> hsts.maxAgeInSeconds(HSTS_SECONDS).includeSubDomains(false).requestMatcher(any -> true));
		} else {
			headers.httpStrictTransportSecurity(HeadersConfigurer.HstsConfig::disable);
		}
	}

	/** Nobody types a NUL, and the database stores none: a form with one is answered with 400 before anybody works on it. */
	@Bean
	HttpFirewall firewall() {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
		return firewall;
	}

	/** The token of forms lies in a cookie, so that it outlives the session and an expired one is told from a forged form. */
	@Bean
	CsrfTokenRepository formTokens(Cookies cookies) {
		CookieCsrfTokenRepository repository = new CookieCsrfTokenRepository();
		repository.setCookieName(cookies.csrf());
		repository.setCookiePath("/");
		repository.setCookieCustomizer(cookie -> cookie.secure(cookies.secure()).httpOnly(true).sameSite("Lax"));
		return repository;
	}

	@Bean
	CookieSerializer sessionCookie(Cookies cookies) {
		DefaultCookieSerializer cookie = new DefaultCookieSerializer();
		cookie.setCookieName(cookies.session());
		cookie.setCookiePath("/");
		cookie.setUseHttpOnlyCookie(true);
		cookie.setUseSecureCookie(cookies.secure());
		cookie.setSameSite("Lax");
		return cookie;
	}

	@Bean
	RouteTable sharedRoutes() {
		return RouteTable.of(Route.open(HttpMethod.GET, "/assets/**"), Route.open(HttpMethod.GET, "/favicon.ico"),
				Route.open(HttpMethod.GET, "/robots.txt"), new Route(null, "/error", new Route.Access.Everybody()),
				Route.open(HttpMethod.GET, "/actuator/health/**"),
				new Route(HttpMethod.GET, "/actuator/prometheus", new Route.Access.ThisMachineOr(Set.of(Role.ADMINISTRATOR))),
				Route.only(HttpMethod.GET, "/actuator", Role.ADMINISTRATOR));
	}
}
