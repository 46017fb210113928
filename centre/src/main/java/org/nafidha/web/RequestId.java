package org.nafidha.web;

import jakarta.servlet.ServletRequest;

/** The number of a request: in its answer's header, in every log line, and on error pages, so that people can quote it. */
public final class RequestId {

	public static final String HEADER = "X-Request-Id";
	public static final String ATTRIBUTE = RequestId.class.getName();

	private RequestId() {
	}

	public static String of(ServletRequest request) {
		return request.getAttribute(ATTRIBUTE) instanceof String id ? id : "-";
	}
}
