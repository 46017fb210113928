package org.nafidha.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/** Sixteen readers who open one page after the other, for at most two minutes or until closed. */
final class Readers implements AutoCloseable {

	private static final int READERS = 16;
	private static final Duration LIMIT = Duration.ofMinutes(2);

	private final HttpClient http = HttpClient.newHttpClient();
	private final ExecutorService threads = Executors.newFixedThreadPool(READERS);
	private final List<CompletableFuture<Void>> running;
	private volatile boolean closed;

	Readers(URI address, List<String> pages) {
		long end = System.nanoTime() + LIMIT.toNanos();
		this.running = java.util.stream.IntStream.range(0, READERS)
				.mapToObj(i -> CompletableFuture.runAsync(() -> read(address, pages, end), threads)).toList();
	}

	/** Throws if a reader met an error. */
	void check() {
		running.stream().filter(CompletableFuture::isDone).forEach(CompletableFuture::join);
	}

	@Override
	public void close() {
		closed = true;
		CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
		threads.close();
		http.close();
	}

	private void read(URI address, List<String> pages, long end) {
		while (!closed && System.nanoTime() < end) {
			String page = pages.get(ThreadLocalRandom.current().nextInt(pages.size()));
			try {
				int status = http
						.send(HttpRequest.newBuilder(address.resolve(page)).timeout(Duration.ofSeconds(30)).build(), BodyHandlers.discarding())
						.statusCode();
				if (status != 200) {
					throw new IllegalStateException(page + " answered " + status);
				}
			} catch (IOException e) {
				throw new IllegalStateException(page + " could not be read", e);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				return;
			}
		}
	}
}
