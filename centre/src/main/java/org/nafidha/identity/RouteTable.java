package org.nafidha.identity;

import java.util.List;

/**
 * A bean by which a module says who may use its addresses; the guard of all requests is built from all of them. A test
 * walks every address with every role against it, and fails for an address that no line names. See docs/routes.md.
 */
public interface RouteTable {

	List<Route> routes();

	static RouteTable of(Route... routes) {
		List<Route> all = List.of(routes);
		return () -> all;
	}
}
