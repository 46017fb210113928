package org.nafidha.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nafidha.bench.CentreProcess;
import org.nafidha.bench.Folders;
import org.nafidha.bench.crash.Acknowledged.Repetition;
import org.nafidha.bench.crash.PublishedJournal.Checkpoint;
import org.nafidha.bench.visitor.Account;
import org.nafidha.bench.visitor.Citizen;
import org.nafidha.bench.visitor.Clerk;
import org.nafidha.bench.visitor.Persona;
import org.nafidha.bench.visitor.Visitor;
import org.springframework.util.FileSystemUtils;

/**
 * kill -9 in the middle of load: of the application in odd rounds, of PostgreSQL in even ones. Afterwards every acknowledged application
 * and payment is there, nothing is there by half, receipts are numbered without a gap, the books balance, and the journal continues the tree
 * that it has signed before. The seed is printed; {@code -Dnafidha.seed} repeats the plan, {@code -Dnafidha.crash-rounds} makes it longer.
 */
class CrashTests {

	private static final int ROUNDS = Integer.getInteger("nafidha.crash-rounds", 3);
	/** The load before a crash, and within it the moment: so many payments, and so many milliseconds more. */
	private static final int MOST_PAYMENTS = 25;
	private static final int MOST_PAUSE_MS = 400;
	private static final Duration LOAD_LIMIT = Duration.ofSeconds(60);
	private static final Duration STRUCK_LIMIT = Duration.ofSeconds(2);
	/** Longer than the pool trusts a connection without asking. */
	private static final Duration SURE = Duration.ofMillis(600);
	private static final int LOOKS = 20;
	private static final Duration RETURN_LIMIT = Duration.ofSeconds(60);
	private static final List<String> SETTINGS = List.of("--nafidha.city-sheets=400");
	/** Their statements go straight from the fee to the document. */
	private static final List<String> PERSONAS = List.of("sole-owner", "heir-of-seven", "mortgaged", "unverified-sheet");

	private final long seed = Long.getLong("nafidha.seed", new Random().nextLong());
	private final Random random = new Random(seed);
	private final Acknowledged said = new Acknowledged();
	private final HttpClient http = Visitor.client();
	private final List<Pair> pairs = new ArrayList<>();
	private CentreProcess centre;

	@BeforeEach
	void open() throws Exception {
		System.out.println("CrashTests: -Dnafidha.seed=" + seed + " -Dnafidha.crash-rounds=" + ROUNDS);
		centre = CentreProcess.start(Folders.freshHome("crash"), CentreProcess.freePort(), SETTINGS);
		centre.awaitFirstPage();
		List<Account> clerks = Account.all(centre.home()).stream().filter(account -> account.is("clerk")).toList();
		for (String key : PERSONAS) {
			Persona persona = Persona.named(key);
			Clerk clerk = Clerk.signIn(visitor(), clerks.get(pairs.size()));
			clerk.openDesk(pairs.size() + 1);
			pairs.add(new Pair(persona, Citizen.signIn(visitor(), persona.nationalNumber()), clerk, new Random(random.nextLong()), said));
		}
	}

	@AfterEach
	void close() throws IOException {
		http.shutdownNow();
		centre.close();
		FileSystemUtils.deleteRecursively(centre.home());
	}

	@Test
	void whateverIsKilledNothingAcknowledgedIsLostAndNothingIsThereByHalf() throws Exception {
		for (int round = 1; round <= ROUNDS; round++) {
			String run = "seed " + seed + ", round " + round;
			long recoveries = recoveries();
			Checkpoint before = loadUntilKilled(round);
			Duration away = comeBack();
			System.out.println("CrashTests: round " + round + ": " + said + "; back after " + away.toMillis() + " ms");
			assertThat(recoveries()).as("%s: PostgreSQL has recovered from a crash", run).isEqualTo(recoveries + (killsDatabase(round) ? 1 : 0));
			new Books(centre.home(), run + ", before anything is repeated").check(said);
			for (Repetition repetition = said.unanswered.poll(); repetition != null; repetition = said.unanswered.poll()) {
				repetition.sendAgain();
			}
			checkBooks(run);
			checkJournal(run, before);
		}
		assertThat(said.payments).as("seed %d: the load was one", seed).hasSizeGreaterThanOrEqualTo(ROUNDS);
	}

	/** Everybody works; at a moment that the seed has chosen something is killed. Answers the last checkpoint that was seen before. */
	private Checkpoint loadUntilKilled(int round) throws Exception {
		AtomicBoolean killed = new AtomicBoolean();
		AtomicBoolean over = new AtomicBoolean();
		int payments = said.payments.size() + random.nextInt(1, MOST_PAYMENTS);
		int pause = random.nextInt(MOST_PAUSE_MS);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> working = pairs.stream().<Future<?>>map(pair -> threads.submit(() -> {
				pair.work(killed, over);
				return null;
			})).toList();
			awaitPayments(payments, working);
			Checkpoint before = new PublishedJournal(visitor()).checkpoint();
			Thread.sleep(pause);
			killed.set(true);
			kill(round);
			over.set(!centre.alive() || awaitFailures(working));
			for (Future<?> one : working) {
				one.get();
			}
			return before;
		}
	}

	private static boolean killsDatabase(int round) {
		return round % 2 == 0;
	}

	/** How often PostgreSQL has said that it comes back from a crash. */
	private long recoveries() throws IOException {
		return Files.readAllLines(centre.home().resolve("log/postgres.log")).stream().filter(line -> line.contains("automatic recovery in progress"))
				.count();
	}

	/** Ends early when somebody has: what they met is thrown later. */
	private void awaitPayments(int payments, List<Future<?>> working) throws InterruptedException {
		long end = System.nanoTime() + LOAD_LIMIT.toNanos();
		while (said.payments.size() < payments && working.stream().noneMatch(Future::isDone) && System.nanoTime() < end) {
			Thread.sleep(5);
		}
	}

	/** The load goes on while PostgreSQL comes back, for whoever has not met an error yet. */
	private static boolean awaitFailures(List<Future<?>> working) throws InterruptedException {
		long end = System.nanoTime() + STRUCK_LIMIT.toNanos();
		while (!working.stream().allMatch(Future::isDone) && System.nanoTime() < end) {
			Thread.sleep(5);
		}
		return true;
	}

	private void kill(int round) throws IOException, InterruptedException {
		if (!killsDatabase(round)) {
			centre.kill();
		} else if (random.nextBoolean()) {
			centre.killDatabase();
		} else {
			centre.killDatabaseChild(random);
		}
	}

	/** A killed application is started again; a killed PostgreSQL comes back by itself. */
	private Duration comeBack() throws Exception {
		long start = System.nanoTime();
		if (!centre.alive()) {
			centre = CentreProcess.start(centre.home(), centre.port(), SETTINGS);
			centre.awaitFirstPage();
		}
		long end = System.nanoTime() + RETURN_LIMIT.toNanos();
		while (System.nanoTime() < end) {
			if (asksDatabase()) {
				Duration away = Duration.ofNanos(System.nanoTime() - start);
				Thread.sleep(SURE);
				if (asksDatabase()) {
					return away;
				}
			}
			Thread.sleep(50);
		}
		throw new AssertionError("the centre has not come back within " + RETURN_LIMIT.toSeconds() + " s, seed " + seed);
	}

	private boolean asksDatabase() throws InterruptedException {
		try {
			return visitor().get("/checkpoint").isOk();
		} catch (IOException notYet) {
			return false;
		}
	}

	/** The tables, and a few cases as their citizens see them. */
	private void checkBooks(String run) throws IOException, SQLException, InterruptedException {
		new Books(centre.home(), run).check(said);
		for (var acknowledged : said.cases.entrySet().stream().limit(LOOKS).toList()) {
			for (Pair pair : pairs) {
				if (pair.is(acknowledged.getValue())) {
					pair.see(acknowledged.getKey());
				}
			}
		}
	}

	private void checkJournal(String run, Checkpoint before) throws Exception {
		Books books = new Books(centre.home(), run);
		PublishedJournal published = new PublishedJournal(visitor());
		Checkpoint now = awaitCheckpoint(published, books.entries());
		List<byte[]> entries = published.entries(now.size());
		assertThat(entries).as("%s: as many entries as the checkpoint says", run).hasSize((int) now.size());
		assertThat(PublishedJournal.root(entries)).as("%s: the tree of the entries has the signed root", run).isEqualTo(now.root());
		assertThat(PublishedJournal.root(entries.subList(0, (int) before.size()))).as("%s: the tree signed before the crash continues", run)
				.isEqualTo(before.root());
		assertThat(entries).as("%s: what is published is what is kept", run).usingElementComparator(Arrays::compare)
				.containsExactlyElementsOf(books.commitments(now.size()));
	}

	private Checkpoint awaitCheckpoint(PublishedJournal published, long size) throws IOException, InterruptedException, GeneralSecurityException {
		long end = System.nanoTime() + RETURN_LIMIT.toNanos();
		Checkpoint now = published.checkpoint();
		while (now.size() < size && System.nanoTime() < end) {
			Thread.sleep(50);
			now = published.checkpoint();
		}
		assertThat(now.size()).as("seed %d: every entry is in the signed tree", seed).isGreaterThanOrEqualTo(size);
		return now;
	}

	private Visitor visitor() {
		return new Visitor(http, centre.address());
	}
}
