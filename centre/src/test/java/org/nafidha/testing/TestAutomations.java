package org.nafidha.testing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.nafidha.kernel.Refusal;
import org.nafidha.procedures.Automation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Capabilities for the procedure {@code test-permit}. */
@Configuration(proxyBeanMethods = false)
public class TestAutomations {

	/** Keys under which the automation after the commit was called, every call. */
	public static final List<String> CALLS_AFTER = new CopyOnWriteArrayList<>();
	/** How many of the next calls after the commit fail. */
	public static final AtomicInteger FAILURES = new AtomicInteger();
	/** What the book of {@code test.book} says. */
	public static final AtomicBoolean BOOK = new AtomicBoolean();

	private static final CyclicBarrier TWO = new CyclicBarrier(2);

	@Bean
	Automation testLookup() {
		return new Simple("test.lookup", Map.of("note", "string"), Map.of("allowed", "boolean"), Automation.Timing.IN_TRANSACTION, call -> {
			String note = String.valueOf(call.inputs().get("note"));
			return note.equals("unknown")
					? new Automation.Answer.Refused(Refusal.of("case.unknown"))
					: new Automation.Answer.Done("done", Map.of("allowed", !note.equals("forbidden")));
		});
	}

	@Bean
	Automation testBook() {
		return new Simple("test.book", Map.of(), Map.of("says", "boolean"), Automation.Timing.IN_TRANSACTION,
				call -> new Automation.Answer.Done("done", Map.of("says", BOOK.get())));
	}

	@Bean
	Automation testWait() {
		return new Simple("test.wait", Map.of(), Map.of(), Automation.Timing.IN_TRANSACTION,
				call -> new Automation.Answer.Waiting(Map.of("asked", true)));
	}

	@Bean
	Automation testAfter() {
		return new Simple("test.after", Map.of("note", "string"), Map.of("number", "string"), Automation.Timing.AFTER_COMMIT, call -> {
			CALLS_AFTER.add(call.key());
			if (FAILURES.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
				throw new IllegalStateException("a test wanted this call to fail");
			}
			return new Automation.Answer.Done("done", Map.of("number", "N-" + call.key()));
		});
	}

	/** An agency: the note says how it behaves; {@code down} means that it cannot be reached. */
	@Bean
	Automation testAsk() {
		return new Simple("test.ask", Map.of("note", "string"), Map.of("good", "boolean", "said", "string"), Automation.Timing.AFTER_COMMIT, call -> {
			String note = String.valueOf(call.inputs().get("note"));
			return switch (note) {
				case "down" -> throw new IllegalStateException("a test wanted the agency not to be reached");
				case "together" -> together();
				case "later" -> new Automation.Answer.Waiting(Map.of());
				case "no" -> new Automation.Answer.Done("refused", Map.of());
				default -> new Automation.Answer.Done("answered", Map.of("good", !note.equals("bad"), "said", note + " " + call.validForDays()));
			};
		});
	}

	/** Answers once somebody else has been asked the same and waits too. */
	private static Automation.Answer together() {
		try {
			TWO.await(10, TimeUnit.SECONDS);
			return new Automation.Answer.Done("answered", Map.of("good", true, "said", "together"));
		} catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
			throw new IllegalStateException("nobody else was asked meanwhile", alone);
		}
	}

	private record Simple(String name, Map<String, String> inputs, Map<String, String> outputs, Timing timing,
			java.util.function.Function<Call, Answer> action) implements Automation {

		@Override
		public Signature signature() {
			Set<String> outcomes = switch (name) {
				case "test.wait" -> Set.of("done", "lapsed");
				case "test.ask" -> Set.of("answered", "refused");
				default -> Set.of("done");
			};
			return new Signature(name, inputs, outputs, outcomes, timing);
		}

		@Override
		public Answer run(Call call) {
			return action.apply(call);
		}
	}
}
