package org.nafidha.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nafidha.identity.Role;
import org.nafidha.identity.Route;
import org.nafidha.identity.RouteTable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

class RoutesTests {

	private final Routes routes = new Routes(List.of(
			RouteTable.of(Route.open(HttpMethod.GET, "/services/**"), Route.only(HttpMethod.GET, "/services/{id}/drafts", Role.CITIZEN)),
			RouteTable.of(new Route(null, "/office/**", new Route.Access.Only(Route.STAFF)), Route.only(HttpMethod.POST, "/office/**", Role.HEAD))));

	@Test
	void theMostSpecificLineCounts() {
		assertThat(access("GET", "/services/a")).isEqualTo(new Route.Access.Everybody());
		assertThat(access("GET", "/services/a/drafts")).isEqualTo(new Route.Access.Only(java.util.Set.of(Role.CITIZEN)));
		assertThat(access("POST", "/office/x")).isEqualTo(new Route.Access.Only(java.util.Set.of(Role.HEAD)));
		assertThat(access("GET", "/office/x")).isEqualTo(new Route.Access.Only(Route.STAFF));
	}

	@Test
	void whatNoLineNamesIsClosed() {
		assertThat(routes.find(HttpMethod.POST, PathContainer.parsePath("/services/a"))).isEmpty();
		assertThat(routes.find(HttpMethod.GET, PathContainer.parsePath("/elsewhere"))).isEmpty();
		assertThat(routes.find(HttpMethod.GET, PathContainer.parsePath("/servicesX"))).isEmpty();
	}

	@Test
	void headIsLikeGet() {
		assertThat(access("HEAD", "/services/a")).isEqualTo(new Route.Access.Everybody());
	}

	@Test
	void tablesMayRepeatButNotContradictEachOther() {
		RouteTable one = RouteTable.of(Route.open(HttpMethod.GET, "/a/{id}"));
		assertThat(new Routes(List.of(one, one)).find(HttpMethod.GET, PathContainer.parsePath("/a/b"))).isPresent();
		RouteTable other = RouteTable.of(Route.only(HttpMethod.GET, "/a/{name}", Role.HEAD));
		assertThatThrownBy(() -> new Routes(List.of(one, other))).hasMessageContaining("contradict");
	}

	private Route.Access access(String method, String path) {
		return routes.find(HttpMethod.valueOf(method), PathContainer.parsePath(path)).orElseThrow().access();
	}
}
