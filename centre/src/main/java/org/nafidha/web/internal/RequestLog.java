package org.nafidha.web.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.Reference;
import org.nafidha.kernel.Result;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * One line for each request: method, pattern of the address, status, milliseconds. The address itself is never written, since
 * people type numbers and names into it; a case's number is taken from it only where the pattern says that it is one.
 * Faults are logged here, while the request's number is still with the line.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
class RequestLog extends OncePerRequestFilter {

	private static final Logger LOG = LoggerFactory.getLogger("nafidha.requests");
	private static final String CASE = "case";

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		long began = System.nanoTime();
		try {
			chain.doFilter(request, response);
		} catch (ServletException | IOException | RuntimeException e) {
			if (!answered(e, response)) {
				throw e;
			}
		} finally {
			String number = caseNumber(request);
			if (number != null) {
				MDC.put(CASE, number);
			}
			written(request, response, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
			MDC.remove(CASE);
		}
	}

	/** Whether the page of the error can follow; a browser that has gone is no fault, and gets no page. */
	private static boolean answered(Exception e, HttpServletResponse response) throws IOException {
		Throwable cause = e instanceof ServletException && e.getCause() != null ? e.getCause() : e;
		if (cause instanceof AsyncRequestNotUsableException || cause.getClass().getSimpleName().equals("ClientAbortException")) {
			return false;
		}
		if (cause instanceof InvalidParameterException) {
			return false; // too large, or not a form: no fault of ours, and the server knows which page says so
		}
		LOG.error("The request failed", cause);
		if (response.isCommitted()) {
			return false;
		}
		response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
		return true;
	}

	private static void written(HttpServletRequest request, HttpServletResponse response, long millis) {
		String route = Objects.requireNonNullElse(pattern(request), "(no address of ours)");
		boolean noise = route.startsWith("/assets/") || request.getRequestURI().startsWith("/actuator/");
		LOG.atLevel(noise ? Level.DEBUG : Level.INFO).addKeyValue("method", request.getMethod()).addKeyValue("route", route)
				.addKeyValue("status", response.getStatus()).addKeyValue("ms", millis)
				.log("{} {} {} {} ms", request.getMethod(), route, response.getStatus(), millis);
	}

	private static @Nullable String pattern(HttpServletRequest request) {
		return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof Object pattern ? pattern.toString() : null;
	}

	private static @Nullable String caseNumber(HttpServletRequest request) {
		String pattern = pattern(request);
		boolean ofCases = pattern != null && (pattern.contains("/cases/{number}") || pattern.startsWith("/follow/{number}"));
		return ofCases && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
				&& Reference.parse(String.valueOf(variables.get("number"))) instanceof Result.Ok<String>(String number) ? number : null;
	}
}
