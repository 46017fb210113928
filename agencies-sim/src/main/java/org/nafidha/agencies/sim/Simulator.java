package org.nafidha.agencies.sim;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays every agency over HTTP, as docs/agencies.md describes the wire. Thread-safe; close it to stop. */
public final class Simulator implements AutoCloseable {

	private static final List<Agency> AGENCIES = List.of(new Agency("SY/GOV/CIVIL-REGISTRY/CITIZENS", 250, false),
			new Agency("SY/GOV/INTERIOR/RECORDS", 900, false), new Agency("SY/GOV/ADMIN-DEVELOPMENT/EMPLOYEES", 500, false),
			new Agency("SY/GOV/FOREIGN-AFFAIRS/ATTESTATIONS", 45_000, true), new Agency("SY/GOV/LAND-REGISTRY/TITLES", 700, false),
			new Agency("SY/GOV/WATER/BILLS", 300, false), new Agency("SY/GOV/TELEPHONE/BILLS", 300, false),
			new Agency("SY/GOV/ELECTRICITY/BILLS", 300, false), new Agency("SY/GOV/BANK/PAYMENTS", 400, false));

	private static final int LARGEST_QUESTION_BYTES = 100_000;
	private static final int REMEMBERED = 10_000;
	private static final int MOST_DELIVERIES = 10;
	private static final int ONE_FAULT_IN = 50;
	private static final Duration DOWN = Duration.ofMinutes(1);
	private static final Duration ROUND = Duration.ofMinutes(10);

	private final Options options;
	private final InstantSource clock;
	private final InventedPeople people;
	private final Keys keys;
	private final HttpServer server;
	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
	private final JsonMapper json = JsonMapper.builder().build();
	private final SplittableRandom chance;
	/** The same id again gets the same bytes. */
	private final Map<String, byte[]> given = Collections.synchronizedMap(new LinkedHashMap<>() {
		private static final long serialVersionUID = 1;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
			return size() > REMEMBERED;
		}
	});

	private record Question(String id, String client, String issue, String answerTo, String path, byte[] body) {
	}

	public Simulator(Options options, InstantSource clock) throws IOException {
		this.options = options;
		this.clock = clock;
		this.people = new InventedPeople(options.seed(), KnownPeople.read(options.people()));
		this.keys = new Keys(options.folder(), AGENCIES.stream().map(Agency::member).toList());
		this.chance = new SplittableRandom(options.seed());
		this.server = HttpServer.create(new InetSocketAddress("localhost", options.port()), 0);
		server.setExecutor(threads);
		server.createContext("/r1/", this::handle);
		server.start();
	}

	public static void main(String... arguments) throws IOException {
		Options options = Options.of(arguments);
		Simulator simulator = new Simulator(options, InstantSource.system());
		Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
		System.out.println("Simulated agencies at " + simulator.url() + ", seed " + options.seed() + "; everything they say is invented");
	}

	public String url() {
		return "http://localhost:" + server.getAddress().getPort();
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			String path = exchange.getRequestURI().getPath().substring("/r1/".length());
			Question question = new Question(header(exchange, "X-Road-Id"), header(exchange, "X-Road-Client"), header(exchange, "X-Road-Issue"),
					header(exchange, "X-Nafidha-Answer-To"), path, exchange.getRequestBody().readNBytes(LARGEST_QUESTION_BYTES));
			Agency agency = AGENCIES.stream().filter(one -> path.startsWith(one.path() + "/")).findFirst().orElse(null);
			if (agency == null) {
				fault(exchange, 404, "Server.UnknownService");
			} else if (down(agency) || options.faults() && roll(ONE_FAULT_IN) == 0) {
				fault(exchange, 503, "Server.NotAvailable");
			} else if (!keys.signedByTheCity(signed(question), header(exchange, "X-Nafidha-Signature"))) {
				fault(exchange, 401, "Client.SignatureInvalid");
			} else {
				respond(exchange, agency, question);
			}
		} catch (JacksonException noQuestion) {
			System.out.println("a question that is no JSON");
		}
	}

	private void respond(HttpExchange exchange, Agency agency, Question question) throws IOException {
		byte[] answer = given.computeIfAbsent(question.id(), id -> answer(agency, question));
		if (agency.later()) {
			send(exchange, agency, question, 202, json.writeValueAsBytes(Map.of("ticket", question.id())));
			threads.execute(() -> deliver(agency, question, answer));
			return;
		}
		pause(agency);
		send(exchange, agency, question, 200, answer);
	}

	private byte[] answer(Agency agency, Question question) {
		JsonNode asked = json.readTree(question.body());
		JsonNode subject = asked.path("subject");
		String service = question.path().substring(agency.path().length() + 1);
		Map<String, Object> data = data(service, subject);
		return json.writeValueAsBytes(Map.of("outcome", data.isEmpty() ? "refused" : "answered", "subject", subject, "asOf",
				clock.instant().toString(),
				"reference", agency.member().substring(0, 3).toUpperCase(java.util.Locale.ROOT) + "-" + question.id().substring(0, 8), "data", data));
	}

	private Map<String, Object> data(String service, JsonNode subject) {
		if (subject.has("property")) {
			return new InventedLand(people).property(service, subject.path("property").asString(""));
		}
		if (subject.has("nationalNumber")) {
			String number = subject.path("nationalNumber").asString("");
			return number.matches("[0-9]{11}") ? people.about(service, number) : Map.of();
		}
		String reference = subject.path("reference").asString("");
		return switch (service) {
			case "attestation" -> Map.of("attestationNumber", "MFA-" + Math.abs(reference.hashCode() % 100_000), "attestedOn",
					clock.instant().toString().substring(0, 10), "desk", "مكتب التصديق بحلب");
			case "bill" -> Map.of("amount", 1_000 + Math.abs(reference.hashCode() % 40) * 250, "period", "2026-10");
			case "status" -> Map.of("state", "booked");
			default -> Map.of();
		};
	}

	/** Delivers until it is taken: 10 times, with pauses that double. */
	private void deliver(Agency agency, Question question, byte[] answer) {
		pause(agency);
		for (int i = 0; i < MOST_DELIVERIES; i++) {
			try {
				HttpRequest request = HttpRequest.newBuilder(URI.create(question.answerTo())).timeout(Duration.ofSeconds(10))
						.header("X-Road-Service", question.path()).header("X-Road-Id", question.id())
						.header("X-Road-Request-Hash", Keys.hash(question.body()))
						.header("X-Nafidha-Signature", keys.sign(agency.member(), signedAnswer(200, question, answer)))
						.POST(HttpRequest.BodyPublishers.ofByteArray(answer)).build();
				int status = http.send(request, BodyHandlers.discarding()).statusCode();
				if (status / 100 == 2 || status == 422) {
					return;
				}
			} catch (IOException notReached) {
				System.out.println("an answer could not be delivered, try " + (i + 1));
			} catch (InterruptedException stopping) {
				Thread.currentThread().interrupt();
				return;
			}
			sleep(Duration.ofSeconds(1L << i));
		}
	}

	private void send(HttpExchange exchange, Agency agency, Question question, int status, byte[] body) throws IOException {
		exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
		exchange.getResponseHeaders().add("X-Road-Id", question.id());
		exchange.getResponseHeaders().add("X-Road-Request-Hash", Keys.hash(question.body()));
		exchange.getResponseHeaders().add("X-Nafidha-Signature", keys.sign(agency.member(), signedAnswer(status, question, body)));
		exchange.sendResponseHeaders(status, body.length);
		exchange.getResponseBody().write(body);
		System.out.println(clock.instant() + " " + question.path() + " " + status);
	}

	private static void fault(HttpExchange exchange, int status, String code) throws IOException {
		byte[] body = ("{\"type\":\"" + code + "\",\"message\":\"\"}").getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("X-Road-Error", code);
		exchange.sendResponseHeaders(status, body.length);
		exchange.getResponseBody().write(body);
	}

	private static String signed(Question question) {
		return String.join("\n", "POST", "/r1/" + question.path(), question.client(), question.id(), question.issue(), Keys.hash(question.body()));
	}

	private static String signedAnswer(int status, Question question, byte[] answer) {
		return String.join("\n", Integer.toString(status), question.id(), Keys.hash(question.body()), Keys.hash(answer));
	}

	/** With faults on, each body is down for a minute of every ten, one after the other. */
	private boolean down(Agency agency) {
		long inRound = Instant.EPOCH.until(clock.instant()).toSeconds() % ROUND.toSeconds();
		return options.faults() && inRound / DOWN.toSeconds() == AGENCIES.indexOf(agency);
	}

	private void pause(Agency agency) {
		int slow = roll(20) == 0 ? 10 : 1;
		sleep(Duration.ofMillis((long) (options.delayFactor() * agency.medianMillis() * slow * (50 + roll(100)) / 100)));
	}

	private int roll(int sides) {
		synchronized (chance) {
			return chance.nextInt(sides);
		}
	}

	private static void sleep(Duration time) {
		try {
			TimeUnit.MILLISECONDS.sleep(time.toMillis());
		} catch (InterruptedException stopping) {
			Thread.currentThread().interrupt();
		}
	}

	private static String header(HttpExchange exchange, String name) {
		String value = exchange.getRequestHeaders().getFirst(name);
		return value == null ? "" : value;
	}

	@Override
	public void close() {
		server.stop(0);
		threads.shutdownNow();
		http.shutdownNow();
	}
}
