package org.nafidha.identity.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.identity.Route;
import org.nafidha.identity.RouteTable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** All lines of all tables, most specific first. Immutable. */
@Component
final class Routes {

	private record Line(PathPattern pattern, Route route) {

		/** The same requests, whatever their variables are called. */
		boolean fitsTheSame(Line other) {
			return shape().equals(other.shape()) && Objects.equals(route.method(), other.route().method());
		}

		private String shape() {
			return route.pattern().replaceAll("\\{(\\*?)[^}:]+", "{$1");
		}
	}

	private static final Comparator<Line> MOST_SPECIFIC_FIRST = Comparator.comparing(Line::pattern)
			.thenComparing(line -> line.route().method() == null ? 1 : 0);

	private final List<Line> lines;

	Routes(List<RouteTable> tables) {
		List<Line> all = new ArrayList<>();
		for (RouteTable table : tables) {
			for (Route route : table.routes()) {
				Line line = new Line(PathPatternParser.defaultInstance.parse(route.pattern()), route);
				if (isNew(all, line)) {
					all.add(line);
				}
			}
		}
		all.sort(MOST_SPECIFIC_FIRST);
		this.lines = List.copyOf(all);
	}

	/** The line that counts for a request; empty: closed. */
	Optional<Route> find(HttpMethod method, PathContainer path) {
		return lines.stream().filter(line -> fits(line.route().method(), method) && line.pattern().matches(path)).map(Line::route).findFirst();
	}

	private static boolean fits(@Nullable HttpMethod named, HttpMethod asked) {
		return named == null || named.equals(asked) || (named.equals(HttpMethod.GET) && asked.equals(HttpMethod.HEAD));
	}

	/** Two modules may say the same of an address, but not contradict each other. */
	private static boolean isNew(List<Line> lines, Line line) {
		Optional<Line> other = lines.stream().filter(line::fitsTheSame).findFirst();
		if (other.isPresent() && !other.get().route().access().equals(line.route().access())) {
			throw new IllegalStateException("the route tables contradict each other: " + other.get().route() + " and " + line.route());
		}
		return other.isEmpty();
	}
}
