package org.nafidha.bench.visitor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A browser without a screen and without scripts: keeps cookies, sends forms as they were shown, follows redirects. */
public final class Visitor {

	private static final Duration PATIENCE = Duration.ofSeconds(30);
	private static final int REDIRECTS_FOLLOWED = 5;

	private final HttpClient http;
	private final URI centre;
	private final Map<String, String> cookies = new TreeMap<>();

	/**
	 * @param http may serve any number of visitors; must not follow redirects itself
	 * @param centre its address, such as {@code http://localhost:8080}
	 */
	public Visitor(HttpClient http, URI centre) {
		this.http = http;
		this.centre = centre;
	}

	/** A client that visitors can share. */
	public static HttpClient client() {
		return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER)
				.build();
	}

	/** Goes to a path of the centre and where that leads. */
	public WebPage open(String path) throws IOException, InterruptedException {
		return follow(get(path));
	}

	/** Asks for one path and goes nowhere else. */
	public WebPage get(String path) throws IOException, InterruptedException {
		return answer(HttpRequest.newBuilder(centre.resolve(path)).method("GET", BodyPublishers.noBody()));
	}

	/** Sends a form. The answer may lead to another page: see {@link #follow}. */
	public WebPage send(WebForm form) throws IOException, InterruptedException {
		return answer(HttpRequest.newBuilder(centre.resolve(form.action())).header("Content-Type", form.contentType())
				.header("Origin", centre.getScheme() + "://" + centre.getRawAuthority()).POST(form.body()));
	}

	/** Goes where the page leads, until one leads nowhere. */
	public WebPage follow(WebPage page) throws IOException, InterruptedException {
		WebPage at = page;
		for (int i = 0; i < REDIRECTS_FOLLOWED; i++) {
			Optional<String> next = at.leadsTo();
			if (next.isEmpty()) {
				return at;
			}
			at = get(next.get());
		}
		throw new WrongPage("the centre sends the browser round and round", at);
	}

	private WebPage answer(HttpRequest.Builder request) throws IOException, InterruptedException {
		request.timeout(PATIENCE);
		if (!cookies.isEmpty()) {
			request.header("Cookie", cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).collect(Collectors.joining("; ")));
		}
		HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
		response.headers().allValues("Set-Cookie").forEach(this::keep);
		return new WebPage(response.uri(), response.statusCode(), response.headers().firstValue("Location").orElse(null), response.body());
	}

	private void keep(String setCookie) {
		String[] pair = setCookie.split(";", 2)[0].split("=", 2);
		if (pair.length < 2 || pair[1].isEmpty()) {
			cookies.remove(pair[0]);
		} else {
			cookies.put(pair[0], pair[1]);
		}
	}
}
