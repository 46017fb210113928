package org.nafidha.web.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import org.nafidha.web.RequestId;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Numbers every request, before anything else: ten letters and digits that nobody confuses when reading them aloud. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RequestNumbers extends OncePerRequestFilter {

	private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";

	private final SecureRandom random = new SecureRandom();

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String id = next();
		request.setAttribute(RequestId.ATTRIBUTE, id);
		response.setHeader(RequestId.HEADER, id);
		MDC.put("request", id);
		try {
			chain.doFilter(request, response);
		} finally {
			MDC.remove("request");
		}
	}

	private String next() {
		StringBuilder id = new StringBuilder(10);
		for (int i = 0; i < 10; i++) {
			id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
		}
		return id.toString();
	}
}
