package org.nafidha.verifier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** Serves the page as a centre does: no inline script or style is allowed, and the answers of formats.md stand beside it. */
final class PageSite implements AutoCloseable {
	static final Path BUILT = Path.of("target/page").toAbsolutePath();
	private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
			+ "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
	private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "js", "text/javascript", "css", "text/css", "woff2",
			"font/woff2", "json", "application/json");

	final Map<String, byte[]> answers = new ConcurrentHashMap<>();
	private final HttpServer server;

	PageSite() throws IOException {
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		server.createContext("/", this::answer);
		server.start();
	}

	String address() {
		return "http://localhost:" + server.getAddress().getPort();
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		byte[] body = body(path);
		String ending = path.substring(path.lastIndexOf('.') + 1);
		exchange.getResponseHeaders().set("Content-Type",
				path.equals("/verify/offline") ? TYPES.get("html") : TYPES.getOrDefault(ending, "application/json"));
		exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
		exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
		exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
		if (body != null)
			exchange.getResponseBody().write(body);
		exchange.close();
	}

	private byte[] body(String path) throws IOException {
		if (answers.containsKey(path))
			return answers.get(path);
		Path file = switch (path) {
			case "/verify/offline" -> BUILT.resolve("served/offline.html");
			case "/verify/offline-worker.js" -> BUILT.resolve("served/offline-worker.js");
			case String p when p.startsWith("/assets/verify/") -> BUILT.resolve("served/assets").resolve(p.substring(15));
			case String p when p.startsWith("/assets/vendor/sans-") ->
				Path.of("frontend/node_modules/@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-"
						+ p.substring(20).replace(".woff2", "-normal.woff2"));
			default -> null;
		};
		return file != null && Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
	}

	@Override
	public void close() {
		server.stop(0);
	}
}
