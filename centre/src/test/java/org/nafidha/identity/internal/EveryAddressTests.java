package org.nafidha.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nafidha.identity.Role;
import org.nafidha.identity.Route;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every address that Spring MVC serves, with every role and without any, against the table of routes. */
@CentreTest
class EveryAddressTests {

	private static final String TOKEN = "a-token-of-forms";
	/** As a form carries it: a mask, here of zeros, and the token under the mask. */
	private static final String MASKED_TOKEN = Base64.getUrlEncoder()
			.encodeToString(("\0".repeat(TOKEN.length()) + TOKEN).getBytes(StandardCharsets.US_ASCII));

	/** An address that a controller answers. */
	record Address(HttpMethod method, String path, String pattern) {
	}

	@Autowired
	ApplicationContext context;
	@Autowired
	FilterChainProxy guard;
	@Autowired
	Routes routes;
	@Autowired
	ServletContext servlets;
	@Autowired
	JdbcClient db;

	@Test
	void everyAddressIsNamedInATableOfRoutes() {
		Set<String> unnamed = new TreeSet<>();
		for (Address address : addresses()) {
			if (routes.find(address.method(), PathContainer.parsePath(address.path())).isEmpty()) {
				unnamed.add(address.method() + " " + address.pattern());
			}
		}
		assertThat(unnamed).as("addresses without a line in any RouteTable: they are closed to everybody (see docs/routes.md)").isEmpty();
	}

	@Test
	void everyRoleGetsThroughWhereItIsNamedAndNowhereElse() throws Exception {
		Set<String> wrong = new TreeSet<>();
		for (Address address : addresses()) {
			Route route = routes.find(address.method(), PathContainer.parsePath(address.path())).orElseThrow();
			check(address, null, route.access() instanceof Route.Access.Everybody, wrong);
			for (Role role : Role.values()) {
				check(address, role, names(route.access(), role), wrong);
			}
		}
		assertThat(wrong).isEmpty();
	}

	@Test
	void thereAreAddressesToWalk() {
		assertThat(addresses()).extracting(Address::path).contains("/error", "/actuator/health", "/actuator/prometheus");
	}

	private void check(Address address, @Nullable Role role, boolean expected, Set<String> wrong) throws Exception {
		boolean through = reaches(address, role);
		if (through != expected) {
			wrong.add(address + (through ? " lets in " : " turns away ") + (role == null ? "visitors" : role));
		}
	}

	private static boolean names(Route.Access access, Role role) {
		return switch (access) {
			case Route.Access.Everybody() -> true;
			case Route.Access.Only(Set<Role> roles) -> roles.contains(role);
			case Route.Access.ThisMachineOr(Set<Role> roles) -> roles.contains(role);
		};
	}

	/** Sends the request through the real chain of filters, with nothing behind it. */
	private boolean reaches(Address address, @Nullable Role role) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest(servlets, address.method().name(), address.path());
		request.setServletPath(address.path());
		request.setRemoteAddr("203.0.113.9");
		request.setCookies(new Cookie("nafidha-form", TOKEN));
		request.addParameter("_csrf", MASKED_TOKEN);
		if (role != null) {
			MockHttpSession session = new MockHttpSession();
			session.setAttribute(SessionContext.WHO, role == Role.CITIZEN ? "citizen:somebody" : "officer:" + walker(role));
			session.setAttribute(SessionContext.SINCE, Instant.now().getEpochSecond());
			request.setSession(session);
		}
		AtomicBoolean reached = new AtomicBoolean();
		guard.doFilter(request, new MockHttpServletResponse(), (rq, rs) -> reached.set(true));
		return reached.get();
	}

	private static String walker(Role role) {
		return "walks-as-" + role.code();
	}

	/** An officer for each role, who has that role only. */
	@BeforeEach
	void addWalkers() {
		for (Role role : Route.STAFF) {
			db.sql("""
					insert into identity.officer (id, username, name_ar, name_en, unit, password_hash, invented)
					values (:id, :id, 'تجربة', 'Test', 'council/informatics', '-', true)
					on conflict (id) do update set active = true
					""").param("id", walker(role)).update();
			db.sql("insert into identity.officer_role (officer, role, granted_at, granted_by) values (?, ?, now(), 'system:test')")
					.params(walker(role), role.code()).update();
		}
	}

	@AfterEach
	void removeWalkers() {
		db.sql("delete from identity.officer_role where officer like 'walks-as-%'").update();
		db.sql("update identity.officer set active = false where id like 'walks-as-%'").update();
	}

	private List<Address> addresses() {
		List<Address> all = new ArrayList<>();
		for (RequestMappingInfoHandlerMapping mapping : context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values()) {
			for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
				for (String pattern : info.getPatternValues()) {
					methods(info).forEach(method -> all.add(new Address(method, example(pattern), pattern)));
				}
			}
		}
		return all;
	}

	private static Stream<HttpMethod> methods(RequestMappingInfo info) {
		Set<RequestMethod> named = info.getMethodsCondition().getMethods();
		return named.isEmpty()
				? Stream.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE)
				: named.stream().map(RequestMethod::asHttpMethod);
	}

	/** The pattern with something in place of its variables. */
	private static String example(String pattern) {
		return pattern.replaceAll("\\{\\*[^}]+}", "a/b").replaceAll("\\{[^}]+}", "x1").replace("/**", "/a/b").replace("*", "x");
	}
}
