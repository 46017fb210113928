package org.nafidha.agencies.sim;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The city's side of the wire, written from docs/agencies.md: signs questions, checks answers, and takes those that come later. */
final class City implements AutoCloseable {

	static final String PERSON = "SY/GOV/CIVIL-REGISTRY/CITIZENS/person";
	static final String RECORDS = "SY/GOV/INTERIOR/RECORDS/no-conviction";
	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** An answer that came later. */
	record Late(String service, String id, byte[] body, String requestHash, String signature) {
	}

	private final Path folder;
	private final KeyPair keys;
	private final HttpServer server;
	private final HttpClient http = HttpClient.newHttpClient();
	private final LinkedBlockingQueue<Late> late = new LinkedBlockingQueue<>();
	/** So many late answers are not taken at first. */
	volatile int refusals;

	City(Path folder) throws IOException, GeneralSecurityException {
		this.folder = folder;
		this.keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
		Files.writeString(folder.resolve("city.pub"), Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
		this.server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
		server.createContext("/answers", exchange -> {
			var headers = exchange.getRequestHeaders();
			late.add(new Late(String.valueOf(headers.getFirst("X-Road-Service")), String.valueOf(headers.getFirst("X-Road-Id")),
					exchange.getRequestBody().readAllBytes(), String.valueOf(headers.getFirst("X-Road-Request-Hash")),
					String.valueOf(headers.getFirst("X-Nafidha-Signature"))));
			exchange.sendResponseHeaders(refusals-- > 0 ? 500 : 204, -1);
			exchange.close();
		});
		server.start();
	}

	static String about(String nationalNumber) {
		return "{\"subject\":{\"nationalNumber\":\"" + nationalNumber + "\"},\"purpose\":\"test\"}";
	}

	static String id() {
		return UUID.randomUUID().toString();
	}

	static JsonNode json(HttpResponse<byte[]> answer) {
		return JSON.readTree(answer.body());
	}

	static JsonNode json(byte[] answer) {
		return JSON.readTree(answer);
	}

	static JsonNode json(Late answer) {
		return JSON.readTree(answer.body());
	}

	HttpResponse<byte[]> ask(Simulator simulator, String service, String body, String id) throws IOException, InterruptedException {
		return ask(simulator, service, body, id, answers());
	}

	HttpResponse<byte[]> ask(Simulator simulator, String service, String body, String id, String answerTo) throws IOException, InterruptedException {
		return http.send(question(simulator, service, body, id, answerTo).timeout(Duration.ofSeconds(2)).build(), BodyHandlers.ofByteArray());
	}

	/** Without a limit to how long it may take. */
	CompletableFuture<HttpResponse<byte[]>> askAsync(Simulator simulator, String service, String body, String id) {
		return http.sendAsync(question(simulator, service, body, id, answers()).build(), BodyHandlers.ofByteArray());
	}

	private String answers() {
		return "http://localhost:" + server.getAddress().getPort() + "/answers";
	}

	private HttpRequest.Builder question(Simulator simulator, String service, String body, String id, String answerTo) {
		String text = String.join("\n", "POST", "/r1/" + service, "SY/MUN/ALEPPO/NAFIDHA", id, "2026-000001-1",
				Keys.hash(body.getBytes(StandardCharsets.UTF_8)));
		return HttpRequest.newBuilder(URI.create(simulator.url() + "/r1/" + service)).header("X-Road-Id", id)
				.header("X-Road-Client", "SY/MUN/ALEPPO/NAFIDHA").header("X-Road-Issue", "2026-000001-1")
				.header("X-Nafidha-Answer-To", answerTo).header("X-Nafidha-Signature", sign(text))
				.POST(HttpRequest.BodyPublishers.ofString(body));
	}

	@Nullable
	Late nextLate(Duration within) throws InterruptedException {
		return late.poll(within.toMillis(), TimeUnit.MILLISECONDS);
	}

	/** Whether the body itself has signed this answer to this question. */
	boolean verifies(String member, String question, HttpResponse<byte[]> answer) {
		return verifies(member, String.join("\n", Integer.toString(answer.statusCode()), header(answer, "X-Road-Id"),
				Keys.hash(question.getBytes(StandardCharsets.UTF_8)), Keys.hash(answer.body())), header(answer, "X-Nafidha-Signature"));
	}

	boolean verifies(String member, String question, Late answer) {
		return verifies(member, String.join("\n", "200", answer.id(), Keys.hash(question.getBytes(StandardCharsets.UTF_8)), Keys.hash(answer.body())),
				answer.signature());
	}

	static String header(HttpResponse<?> answer, String name) {
		return answer.headers().firstValue(name).orElse("");
	}

	private String sign(String text) {
		try {
			Signature signature = Signature.getInstance("Ed25519");
			signature.initSign(keys.getPrivate());
			signature.update(text.getBytes(StandardCharsets.UTF_8));
			return Base64.getEncoder().encodeToString(signature.sign());
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	private boolean verifies(String member, String text, String signature) {
		try (var file = Files.newBufferedReader(folder.resolve("agencies.properties"))) {
			Properties told = new Properties();
			told.load(file);
			Signature check = Signature.getInstance("Ed25519");
			check.initVerify(
					KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(told.getProperty(member)))));
			check.update(text.getBytes(StandardCharsets.UTF_8));
			return check.verify(Base64.getDecoder().decode(signature));
		} catch (IOException | GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	public void close() {
		server.stop(0);
		http.shutdownNow();
	}
}
