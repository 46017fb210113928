package org.nafidha.agencies.sim;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.nafidha.agencies.sim.Moods.Mood;
import tools.jackson.core.JacksonException;

/** Plays every agency over HTTP, as docs/agencies.md describes the wire. Runs from its construction until it is closed. Thread-safe. */
public final class Simulator implements AutoCloseable {

	private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);
	private static final Duration BETWEEN_DRIPS = Duration.ofMillis(200);
	private static final int LONGEST_ID = 100;
	private static final int HUGE_BYTES = 50_000_000;

	private final InstantSource clock;
	private final Keys keys;
	private final Moods moods;
	private final Answers answers;
	private final Deliveries deliveries;
	private final HttpServer server;
	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
	private final CountDownLatch closed = new CountDownLatch(1);

	/** Starts at once; throws when the port is taken or the folder cannot be written. */
	public Simulator(Options options, InstantSource clock) throws IOException {
		this.clock = clock;
		this.keys = new Keys(options.folder(), Agency.ALL.stream().map(Agency::member).toList());
		this.moods = new Moods(options, clock);
		this.answers = new Answers(options, clock);
		this.deliveries = new Deliveries(keys, threads);
		this.server = HttpServer.create(new InetSocketAddress("localhost", options.port()), 0);
		server.setExecutor(threads);
		server.createContext("/r1/", this::handle);
		server.start();
	}

	public static void main(String... arguments) throws IOException {
		try {
			Options options = Options.of(arguments);
			Simulator simulator = new Simulator(options, InstantSource.system());
			Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
			System.out.println("Simulated agencies at " + simulator.url() + ", keys in " + options.folder() + ", seed " + options.seed()
					+ ", faults " + options.faults().mixture().name().toLowerCase(java.util.Locale.ROOT) + "; everything they say is invented");
		} catch (IllegalArgumentException unusable) {
			System.err.println("agencies: " + unusable.getMessage());
			System.exit(2);
		} catch (BindException taken) {
			System.err.println("agencies: the port is in use by another program; take another one with --port");
			System.exit(2);
		}
	}

	public String url() {
		return "http://localhost:" + server.getAddress().getPort();
	}

	/** From now on, without delay. */
	public void behave(String member, Behaviour behaviour) {
		behave(member, behaviour, Duration.ZERO);
	}

	/**
	 * From now on, until {@link #leaveToChance}. A question that was answered before is answered in the same words.
	 *
	 * @param member such as {@code civil-registry}; throws when there is none
	 * @param pause before it answers; after its promise, where it promises
	 */
	public void behave(String member, Behaviour behaviour, Duration pause) {
		Agency.mustExist(member);
		moods.want(member, new Mood(behaviour, pause));
	}

	/** From now on the body behaves again as its options say. */
	public void leaveToChance(String member) {
		moods.leaveToChance(member);
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			Question question = Question.read(exchange);
			Agency agency = Agency.ALL.stream().filter(one -> one.offers(question)).findFirst().orElse(null);
			if (agency == null) {
				fault(exchange, "unknown service", 404, "Server.UnknownService");
			} else if (question.body().length > Question.LARGEST_BYTES) {
				fault(exchange, agency.path(), 413, "Client.TooLarge");
			} else if (question.id().isBlank() || question.id().length() > LONGEST_ID) {
				fault(exchange, agency.path(), 400, "Client.BadRequest");
			} else if (!keys.signedByTheCity(question.signed(), question.signature())) {
				fault(exchange, agency.path(), 401, "Client.SignatureInvalid");
			} else {
				treat(exchange, agency, question, moods.next(agency));
			}
		} catch (InterruptedException stopping) {
			Thread.currentThread().interrupt();
		}
	}

	private void treat(HttpExchange exchange, Agency agency, Question question, Mood mood) throws IOException, InterruptedException {
		switch (mood.behaviour()) {
			case DOWN -> fault(exchange, agency.path(), 503, "Server.NotAvailable");
			case SILENT -> {
				log(question.path(), "silence");
				closed.await(LONGEST_SILENCE.toMillis(), TimeUnit.MILLISECONDS);
			}
			case HUGE -> huge(exchange, agency, question);
			default -> {
				try {
					respond(exchange, agency, question, mood, answers.of(agency, question, mood.behaviour()));
				} catch (JacksonException noJson) {
					fault(exchange, agency.path(), 400, "Client.BadRequest");
				}
			}
		}
	}

	/** Who has promised an answer promises it again until it is there, and then gives it. */
	private void respond(HttpExchange exchange, Agency agency, Question question, Mood mood, byte[] answer) throws IOException, InterruptedException {
		boolean promises = agency.later() || mood.behaviour().promises() || deliveries.promised(question);
		if (!promises || deliveries.ready(question)) {
			Thread.sleep(promises ? Duration.ZERO : mood.pause());
			send(exchange, agency, question, 200, answer, mood.behaviour());
		} else if (Deliveries.reachable(question)) {
			send(exchange, agency, question, 202, answers.ticket(question), mood.behaviour());
			deliveries.promise(agency, question, answer, mood.pause(), mood.behaviour() == Behaviour.TWICE ? 2 : 1);
		} else {
			fault(exchange, agency.path(), 400, "Client.NoAnswerAddress");
		}
	}

	private void send(HttpExchange exchange, Agency agency, Question question, int status, byte[] body, Behaviour behaviour)
			throws IOException, InterruptedException {
		String signed = question.signedAnswer(status, body) + (behaviour == Behaviour.WRONG_SIGNATURE ? "\nand more" : "");
		head(exchange, agency, question, signed);
		exchange.sendResponseHeaders(status, body.length);
		log(question.path(), status + " " + behaviour.word());
		OutputStream out = exchange.getResponseBody();
		if (behaviour != Behaviour.DRIPPING) {
			out.write(body);
			return;
		}
		for (byte one : body) {
			out.write(one);
			out.flush();
			if (closed.await(BETWEEN_DRIPS.toMillis(), TimeUnit.MILLISECONDS)) {
				return;
			}
		}
	}

	private void huge(HttpExchange exchange, Agency agency, Question question) throws IOException {
		byte[] part = new byte[100_000];
		Arrays.fill(part, (byte) ' ');
		head(exchange, agency, question, question.signedAnswer(200, part));
		exchange.sendResponseHeaders(200, HUGE_BYTES);
		log(question.path(), "200 huge");
		for (int sent = 0; sent < HUGE_BYTES; sent += part.length) {
			exchange.getResponseBody().write(part);
		}
	}

	private void head(HttpExchange exchange, Agency agency, Question question, String signed) {
		exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
		exchange.getResponseHeaders().add("X-Road-Id", question.id());
		exchange.getResponseHeaders().add("X-Road-Request-Hash", Keys.hash(question.body()));
		exchange.getResponseHeaders().add("X-Nafidha-Signature", keys.sign(agency.member(), signed));
	}

	private void fault(HttpExchange exchange, String what, int status, String code) throws IOException {
		byte[] body = answers.fault(code);
		exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
		exchange.getResponseHeaders().add("X-Road-Error", code);
		exchange.sendResponseHeaders(status, body.length);
		exchange.getResponseBody().write(body);
		log(what, status + " " + code);
	}

	/** A line a question: when, what, how it was treated; never of whom. */
	private void log(String what, String how) {
		System.out.println(clock.instant() + " " + what + " " + how);
	}

	@Override
	public void close() {
		closed.countDown();
		server.stop(0);
		threads.shutdownNow();
		deliveries.close();
	}
}
