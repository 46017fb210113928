package org.nafidha.agencies.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays every agency for the tests: at once and with invented values of the right types, or as badly as a test wants. One for all tests of a run. */
public final class AgencyDouble {

	private static final AgencyDouble ONLY = new AgencyDouble();

	/** The one of this run. */
	public static AgencyDouble ofAllTests() {
		return ONLY;
	}

	enum Behaviour {
		ANSWERS, REFUSES, LATER, NEVER, DRIPS, FAILS, GARBAGE, WRONG_TYPES, OTHER_PERSON, WRONG_SIGNATURE, HUGE, PROMISES_UNSIGNED
	}

	/** A question as it came, kept so that it can be answered later. */
	record Asked(String id, String issue, byte[] body, String signature, String answerTo, String path) {
	}

	private static final Map<String, String> TEXTS = Map.of("fullName", "سمر محمد نور الحلبي", "firstName", "سمر", "familyName", "الحلبي", "father",
			"محمد نور", "mother", "هدى شامي", "birthPlace", "حلب", "registryOffice", "أمانة حلب", "head", "محمد نور الحلبي");
	private static final Map<String, String> ROW = Map.ofEntries(Map.entry("relation", "ابنة"), Map.entry("name", "سمر الحلبي"),
			Map.entry("mother", "هدى"),
			Map.entry("birthDate", "1987-03-14"), Map.entry("birthPlace", "حلب"), Map.entry("maritalStatus", "single"), Map.entry("shares", "1200"),
			Map.entry("kind", "رهن"), Map.entry("date", "2020-05-06"), Map.entry("by", "مصرف"), Map.entry("zoneName", "الجميلية"),
			Map.entry("parcel", "2533"), Map.entry("section", "1"), Map.entry("sex", "female"), Map.entry("state", "single"),
			Map.entry("nationalNumber", "02010345678"), Map.entry("on", "2020-05-06"), Map.entry("note", "واقعة 118"),
			Map.entry("deed", "عقد 412/2011"),
			Map.entry("since", "2011-09-04"), Map.entry("inFavourOf", "مصرف"), Map.entry("description", "دار سكنية"), Map.entry("sheet", "6604"),
			Map.entry("point", "1"), Map.entry("east", "312840.12"), Map.entry("north", "118204.77"), Map.entry("length", "14.20"),
			Map.entry("side", "الشمال"), Map.entry("what", "طريق عام"));
	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpServer server;
	private final Path folder;
	private final KeyPair keys;
	private final KeyPair stranger;
	final List<Asked> asked = new CopyOnWriteArrayList<>();
	volatile Behaviour behaviour = Behaviour.ANSWERS;

	private AgencyDouble() {
		try {
			folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "homes")), "agencies");
			keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
			stranger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
			String key = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
			Files.writeString(folder.resolve("agencies.properties"),
					ServiceFile.read().stream().map(AgencyService::keyName).distinct().map(name -> name + "=" + key + "\n")
							.collect(Collectors.joining()));
			server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
			server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			server.createContext("/r1/", this::handle);
			server.start();
			Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(0)));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	public Path keys() {
		return folder;
	}

	public String url() {
		return "http://localhost:" + server.getAddress().getPort();
	}

	private void handle(HttpExchange exchange) throws IOException {
		Asked question = new Asked(exchange.getRequestHeaders().getFirst("X-Road-Id"), exchange.getRequestHeaders().getFirst("X-Road-Issue"),
				exchange.getRequestBody().readAllBytes(), exchange.getRequestHeaders().getFirst("X-Nafidha-Signature"),
				exchange.getRequestHeaders().getFirst("X-Nafidha-Answer-To"), exchange.getRequestURI().getPath().substring("/r1/".length()));
		asked.add(question);
		try (exchange) {
			switch (behaviour) {
				case ANSWERS, REFUSES, OTHER_PERSON, WRONG_TYPES -> send(exchange, 200, question, answer(question, behaviour), keys);
				case WRONG_SIGNATURE -> send(exchange, 200, question, answer(question, Behaviour.ANSWERS), stranger);
				case GARBAGE -> send(exchange, 200, question, "<html>".getBytes(StandardCharsets.UTF_8), keys);
				case HUGE -> send(exchange, 200, question, new byte[3_000_000], keys);
				case LATER -> send(exchange, 202, question, "{}".getBytes(StandardCharsets.UTF_8), keys);
				case PROMISES_UNSIGNED -> send(exchange, 202, question, "{}".getBytes(StandardCharsets.UTF_8), stranger);
				case FAILS -> send(exchange, 500, question, "{}".getBytes(StandardCharsets.UTF_8), keys);
				case NEVER -> pause(20_000);
				case DRIPS -> drip(exchange);
			}
		}
	}

	private static void drip(HttpExchange exchange) throws IOException {
		exchange.sendResponseHeaders(200, 0);
		for (int i = 0; i < 200; i++) {
			exchange.getResponseBody().write(' ');
			exchange.getResponseBody().flush();
			pause(100);
		}
	}

	private static void pause(long millis) {
		try {
			TimeUnit.MILLISECONDS.sleep(millis);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** Sends an answer that was promised for later; answers with the status of the receipt. */
	int deliver(Asked question, String centre, Behaviour how) throws IOException, InterruptedException {
		byte[] body = answer(question, how);
		HttpRequest request = HttpRequest.newBuilder(URI.create(centre + "/agencies/answers")).header("X-Road-Id", question.id())
				.header("X-Nafidha-Signature", sign(200, question, body, how == Behaviour.WRONG_SIGNATURE ? stranger : keys))
				.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
		try (HttpClient http = HttpClient.newHttpClient()) {
			return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
		}
	}

	private static byte[] answer(Asked question, Behaviour how) {
		JsonNode subject = JSON.readTree(question.body()).path("subject");
		Object whose = how == Behaviour.OTHER_PERSON ? Map.of("nationalNumber", "02010000001") : subject;
		Map<String, Object> data = new HashMap<>();
		AgencyService service = ServiceFile.read().stream().filter(one -> one.path().equals(question.path())).findFirst().orElseThrow();
		service.outputs().forEach((name, type) -> data.put(name, how == Behaviour.WRONG_TYPES ? List.of(name) : invented(name, type)));
		return JSON.writeValueAsBytes(Map.of("outcome", how == Behaviour.REFUSES ? "refused" : "answered", "subject", whose, "asOf",
				java.time.Instant.now().toString(), "reference", "INT-" + question.id().substring(0, 8), "data",
				how == Behaviour.REFUSES ? Map.of() : data));
	}

	private static Object invented(String name, String type) {
		return switch (type) {
			case "boolean" -> !name.equals("employed") && !name.equals("comeInPerson");
			case "number" -> 120;
			case "list" -> List.of(ROW, ROW);
			default -> switch (name) {
				case "nationality" -> "SY";
				case "sex" -> "female";
				case "maritalStatus" -> "married";
				default ->
					name.endsWith("Date") || name.endsWith("On") || name.endsWith("Until") ? "1987-03-14" : TEXTS.getOrDefault(name, "مختلق 17");
			};
		};
	}

	private static void send(HttpExchange exchange, int status, Asked question, byte[] body, KeyPair signer) throws IOException {
		exchange.getResponseHeaders().add("X-Road-Id", question.id());
		exchange.getResponseHeaders().add("X-Road-Request-Hash", Question.hash(question.body()));
		exchange.getResponseHeaders().add("X-Nafidha-Signature", sign(status, question, body, signer));
		exchange.sendResponseHeaders(status, body.length);
		exchange.getResponseBody().write(body);
	}

	private static String sign(int status, Asked question, byte[] body, KeyPair signer) {
		try {
			Signature signature = Signature.getInstance("Ed25519");
			signature.initSign(signer.getPrivate());
			signature.update(String.join("\n", Integer.toString(status), question.id(), Question.hash(question.body()), Question.hash(body))
					.getBytes(StandardCharsets.UTF_8));
			return Base64.getEncoder().encodeToString(signature.sign());
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Ids of the questions about a case, in the order in which they came. */
	List<String> idsOf(String caseNumber) {
		return asked.stream().filter(question -> caseNumber.equals(question.issue())).map(Asked::id).toList();
	}
}
