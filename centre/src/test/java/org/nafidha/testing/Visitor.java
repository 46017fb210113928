package org.nafidha.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: keeps cookies, follows no redirect, and says where its forms come from as browsers do. */
public final class Visitor {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).build();
	private final Map<String, String> cookies = new TreeMap<>();
	private final String origin;

	public Visitor(int port) {
		this.origin = "http://localhost:" + port;
	}

	public HttpResponse<String> get(String path, String... headers) {
		return send(HttpRequest.newBuilder(URI.create(origin + path)).GET(), headers);
	}

	/** Posts a form; fields are names and values in turn. */
	public HttpResponse<String> post(String path, List<String> fields, String... headers) {
		List<String> pairs = new ArrayList<>();
		for (int i = 0; i < fields.size(); i += 2) {
			pairs.add(URLEncoder.encode(fields.get(i), StandardCharsets.UTF_8) + "=" + URLEncoder.encode(fields.get(i + 1), StandardCharsets.UTF_8));
		}
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path)).header("Content-Type", "application/x-www-form-urlencoded")
				.POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)));
		if (!List.of(headers).contains("Origin")) {
			request.header("Origin", origin);
		}
		return send(request, headers);
	}

	/** The fields of a form of that page, with the page's own token. */
	public List<String> fields(String page, String... fields) {
		Matcher token = TOKEN.matcher(get(page).body());
		if (!token.find()) {
			throw new AssertionError("no form on " + page);
		}
		List<String> all = new ArrayList<>(List.of(fields));
		all.addAll(List.of("_csrf", token.group(1)));
		return all;
	}

	/** Posts a form with one file of so many megabytes, under a length that the server reads beforehand, as browsers do. */
	public HttpResponse<String> upload(String path, List<String> fields, String file, int megabytes) {
		String boundary = "----visitor";
		StringBuilder before = new StringBuilder();
		for (int i = 0; i < fields.size(); i += 2) {
			before.append(
					"--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + fields.get(i) + "\"\r\n\r\n" + fields.get(i + 1) + "\r\n");
		}
		before.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + file + "\"; filename=\"huge.pdf\"\r\n\r\n");
		HttpRequest.BodyPublisher content = HttpRequest.BodyPublishers.fromPublisher(
				HttpRequest.BodyPublishers.ofByteArrays(Collections.nCopies(megabytes, new byte[1_000_000])), megabytes * 1_000_000L);
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path))
				.header("Content-Type", "multipart/form-data; boundary=" + boundary)
				.header("Origin", origin).header("Accept", "text/html")
				.POST(HttpRequest.BodyPublishers.concat(HttpRequest.BodyPublishers.ofString(before.toString()), content,
						HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")));
		return send(request);
	}

	public String cookie(String name) {
		return cookies.getOrDefault(name, "");
	}

	/** Takes over a {@code Cookie} header, such as {@link SignIn} answers. */
	public Visitor with(String cookieHeader) {
		String[] pair = cookieHeader.split("=", 2);
		cookies.put(pair[0], pair[1]);
		return this;
	}

	public void forget(String cookie) {
		cookies.remove(cookie);
	}

	private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		if (!cookies.isEmpty()) {
			request.header("Cookie", cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).collect(Collectors.joining("; ")));
		}
		try {
			HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
			response.headers().allValues("Set-Cookie").forEach(this::keep);
			return response;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}

	private void keep(String setCookie) {
		String[] pair = setCookie.split(";", 2)[0].split("=", 2);
		if (pair[1].isEmpty()) {
			cookies.remove(pair[0]);
		} else {
			cookies.put(pair[0], pair[1]);
		}
	}
}
