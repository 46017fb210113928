package org.nafidha.agencies.sim;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** A question as it came. The path is the service's id, still escaped as it was sent, so that no line break gets into a log. */
record Question(String id, String client, String issue, String answerTo, String signature, String path, byte[] body) {

	static final int LARGEST_BYTES = 100_000;

	/** Reads one byte more than is allowed at most. */
	static Question read(HttpExchange exchange) throws IOException {
		return new Question(header(exchange, "X-Road-Id"), header(exchange, "X-Road-Client"), header(exchange, "X-Road-Issue"),
				header(exchange, "X-Nafidha-Answer-To"), header(exchange, "X-Nafidha-Signature"),
				exchange.getRequestURI().getRawPath().substring("/r1/".length()), exchange.getRequestBody().readNBytes(LARGEST_BYTES + 1));
	}

	private static String header(HttpExchange exchange, String name) {
		String value = exchange.getRequestHeaders().getFirst(name);
		return value == null ? "" : value;
	}

	/** What the city signs. */
	String signed() {
		return String.join("\n", "POST", "/r1/" + path, client, id, issue, Keys.hash(body));
	}

	/** What the body that answers signs. */
	String signedAnswer(int status, byte[] answer) {
		return String.join("\n", Integer.toString(status), id, Keys.hash(body), Keys.hash(answer));
	}
}
