package org.nafidha.agencies.sim;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** Answers that were promised for later: delivered until they are taken, and given to whoever asks again once they are there. Thread-safe. */
final class Deliveries implements AutoCloseable {

	private static final int REMEMBERED = 10_000;
	private static final int MOST_TRIES = 10;
	private static final int UNUSABLE = 422;

	private final Keys keys;
	private final ExecutorService threads;
	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
	/** By id of the question: whether the answer is there. */
	private final Map<String, Boolean> promised = Collections.synchronizedMap(new LinkedHashMap<>() {
		private static final long serialVersionUID = 1;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
			return size() > REMEMBERED;
		}
	});

	Deliveries(Keys keys, ExecutorService threads) {
		this.keys = keys;
		this.threads = threads;
	}

	/** Whether an answer can be sent there at all. */
	static boolean reachable(Question question) {
		try {
			URI to = URI.create(question.answerTo());
			return to.getHost() != null && ("http".equals(to.getScheme()) || "https".equals(to.getScheme()));
		} catch (IllegalArgumentException none) {
			return false;
		}
	}

	boolean promised(Question question) {
		return promised.containsKey(question.id());
	}

	boolean ready(Question question) {
		return promised.getOrDefault(question.id(), false);
	}

	/** @param times how often it is delivered, once its pause is over */
	void promise(Agency agency, Question question, byte[] answer, Duration pause, int times) {
		if (promised.putIfAbsent(question.id(), false) != null) {
			return;
		}
		threads.execute(() -> {
			try {
				Thread.sleep(pause);
				promised.put(question.id(), true);
				for (int i = 0; i < times; i++) {
					deliver(agency, question, answer);
				}
			} catch (InterruptedException stopping) {
				Thread.currentThread().interrupt();
			}
		});
	}

	/** Until it is taken, or can never be: with pauses of 1, 2, 4 ... seconds. */
	private void deliver(Agency agency, Question question, byte[] answer) throws InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(question.answerTo())).timeout(Duration.ofSeconds(10))
				.header("Content-Type", "application/json; charset=utf-8").header("X-Road-Service", question.path())
				.header("X-Road-Id", question.id()).header("X-Road-Request-Hash", Keys.hash(question.body()))
				.header("X-Nafidha-Signature", keys.sign(agency.member(), question.signedAnswer(200, answer)))
				.POST(BodyPublishers.ofByteArray(answer)).build();
		for (int i = 0; i < MOST_TRIES; i++) {
			String said;
			try {
				int status = http.send(request, BodyHandlers.discarding()).statusCode();
				said = Integer.toString(status);
				if (status / 100 == 2 || status == UNUSABLE) {
					System.out.println(question.path() + " delivered later: " + said);
					return;
				}
			} catch (IOException notReached) {
				said = "not reached";
			}
			System.out.println(question.path() + " could not be delivered, try " + (i + 1) + ": " + said);
			Thread.sleep(Duration.ofSeconds(1L << i));
		}
	}

	@Override
	public void close() {
		http.shutdownNow();
	}
}
