package org.nafidha.publicrecord.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Reads pictures of codes one after the other, on a thread of its own: a picture can keep a processor busy for long and cannot be called
 * off, and on the virtual threads of requests a few of them would stop the whole centre.
 */
@Component
class PictureReader implements DisposableBean {

	private static final Duration PATIENCE = Duration.ofSeconds(5);
	private static final int WAITING = 4;

	private final ExecutorService worker = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING),
			Thread.ofPlatform().daemon().name("picture-", 1).factory());
	private final Function<byte[], Optional<String>> read;
	private final Duration patience;

	@Autowired
	PictureReader() {
		this(CodePicture::read, PATIENCE);
	}

	PictureReader(Function<byte[], Optional<String>> read, Duration patience) {
		this.read = read;
		this.patience = patience;
	}

	/** The text of the code; refused without one, and where this picture, or those before it, take too long. */
	Result<String> read(byte[] picture) {
		try {
			Future<Optional<String>> reading = worker.submit(() -> read.apply(picture));
			return await(reading).map(Result::ok).orElseGet(() -> Refusal.of("verify.no-code").asResult());
		} catch (RejectedExecutionException | TimeoutException busy) {
			return Refusal.of("verify.picture-busy").asResult();
		}
	}

	private Optional<String> await(Future<Optional<String>> reading) throws TimeoutException {
		try {
			return reading.get(patience.toMillis(), TimeUnit.MILLISECONDS);
		} catch (InterruptedException stopping) {
			Thread.currentThread().interrupt();
			throw new RejectedExecutionException(stopping);
		} catch (ExecutionException broken) {
			throw new IllegalStateException("a picture could not be read", broken.getCause());
		} finally {
			// one that still waits is then passed over
			reading.cancel(true);
		}
	}

	@Override
	public void destroy() {
		worker.shutdownNow();
	}
}
