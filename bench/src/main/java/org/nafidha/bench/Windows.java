package org.nafidha.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.nafidha.bench.visitor.Account;
import org.nafidha.bench.visitor.Application;
import org.nafidha.bench.visitor.Citizen;
import org.nafidha.bench.visitor.Clerk;
import org.nafidha.bench.visitor.Officer;
import org.nafidha.bench.visitor.Persona;
import org.nafidha.bench.visitor.Visitor;

/** Citizens with a clerk each, and the officers of one section; all signed in before anything is measured. Thread-safe. */
final class Windows implements AutoCloseable {

	private static final String UNIT = "technical-affairs/building-control";
	private static final Duration PATIENCE = Duration.ofMinutes(2);
	private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

	/** One citizen at one window. @param visit the screen on which the clerk has identified them */
	private record Window(Citizen citizen, Clerk clerk, String visit) {
	}

	/** An officer works on one file at a time. */
	private record Desk(Officer officer, ReentrantLock taken) {
	}

	private final BlockingQueue<Window> free = new LinkedBlockingQueue<>();
	private final List<Window> all = new ArrayList<>();
	private final List<Desk> desks = new ArrayList<>();
	private final Application application = Application.aboutProperty("violations-statement", Persona.named("with-violations").property(), "sale");

	private Windows() {
	}

	static Windows open(HttpClient http, CentreProcess centre) throws IOException, InterruptedException {
		Windows windows = new Windows();
		List<Account> staff = Account.all(centre.home());
		List<Account> clerks = staff.stream().filter(account -> account.is("clerk") && account.is("cashier")).toList();
		List<Persona> citizens = Persona.all();
		for (int i = 0; i < Math.min(clerks.size(), citizens.size()); i++) {
			String national = citizens.get(i).nationalNumber();
			Clerk clerk = Clerk.signIn(new Visitor(http, centre.address()), clerks.get(i));
			clerk.openDesk(i + 1);
			windows.all.add(new Window(Citizen.signIn(new Visitor(http, centre.address()), national), clerk, clerk.identify(national)));
		}
		for (Account officer : staff.stream().filter(account -> account.is("reviewer") && account.unit().equals(UNIT)).toList()) {
			windows.desks.add(new Desk(Officer.signIn(new Visitor(http, centre.address()), officer), new ReentrantLock()));
		}
		windows.free.addAll(windows.all);
		return windows;
	}

	/** From the request to the downloaded document; answers when it began, by {@link System#nanoTime}, having waited for a free window. */
	long lifecycle() throws IOException, InterruptedException {
		Window window = free.take();
		long began = System.nanoTime();
		try {
			String number = window.citizen.file(window.citizen.apply(application));
			for (int turn = 0; !window.clerk.owed(window.visit, number); turn++) {
				workOn(desks.get(turn % desks.size()));
				check(began, number);
			}
			window.clerk.take(window.clerk.till(window.visit, number));
			List<String> documents = window.citizen.documents(number);
			while (documents.isEmpty()) {
				Thread.sleep(LOOK_AGAIN);
				check(began, number);
				documents = window.citizen.documents(number);
			}
			window.citizen.pdf(number, documents.getFirst());
		} finally {
			free.add(window);
		}
		return began;
	}

	/** Whatever lies first on that desk is decided. */
	private static void workOn(Desk desk) throws IOException, InterruptedException {
		desk.taken.lockInterruptibly();
		try {
			var file = desk.officer.next();
			if (file.isPresent()) {
				desk.officer.decide(file.get().decision("confirm", "as-recorded"));
			}
		} finally {
			desk.taken.unlock();
		}
	}

	private static void check(long began, String number) throws IOException {
		if (System.nanoTime() - began > PATIENCE.toNanos()) {
			throw new IOException("the case " + number + " has not come to its end within " + PATIENCE.toSeconds() + " s");
		}
	}

	/** The clerks leave their cash desks. */
	@Override
	public void close() throws IOException, InterruptedException {
		for (Window window : all) {
			window.clerk.leaveDesk();
		}
	}
}
