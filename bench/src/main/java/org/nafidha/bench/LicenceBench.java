package org.nafidha.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.nafidha.agencies.sim.Options;
import org.nafidha.agencies.sim.Simulator;
import org.nafidha.bench.Clients.Pace;
import org.nafidha.cases.Attachments;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.Decision;
import org.nafidha.cases.OpenCase;
import org.nafidha.cases.Visit;
import org.nafidha.identity.PeopleRegistry;
import org.nafidha.identity.Person;
import org.nafidha.identity.Role;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.NationalNumber;
import org.nafidha.kernel.PersonName;
import org.nafidha.payments.Charge;
import org.nafidha.payments.Payments;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.procedures.Step;
import org.nafidha.tasks.Task;
import org.nafidha.tasks.Tasks;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Administrative licences in the old city from the application to the sealed document: the register and the violations read, civil registry
 * and interior asked over HTTP (simulated, without delay, a new person each time so that no answer is used again), papers checked, four
 * opinions at once, an inspection with three photographs, the decision, the fee in cash.
 */
final class LicenceBench implements Measurement {

	private static final String GROUP = "licence";
	private static final int CLIENTS = 8;
	private static final int REPEATS = 3;
	private static final Duration WARM_UP = Duration.ofSeconds(20);
	private static final Duration EACH = Duration.ofSeconds(10);
	private static final Duration PATIENCE = Duration.ofSeconds(30);
	private static final SignedIn.Staff CASHIER = new SignedIn.Staff("bench-cashier", Set.of(Role.CASHIER));

	@Override
	public void measure(Report report) throws Exception {
		Path folder = Folders.freshHome("agencies");
		try (Simulator agencies = new Simulator(new Options(0, folder, 1, 0, false, null), InstantSource.system());
				CentreInside centre = new CentreInside("licence", 200, "--nafidha.agencies.url=" + agencies.url(),
						"--nafidha.agencies.keys=" + folder);
				var owner = centre.owner()) {
			JdbcClient asOwner = JdbcClient.create(owner);
			Licences licences = new Licences(centre);
			centre.bean(Payments.class).open(97, CASHIER).orThrow();
			report.condition("licence", CLIENTS + " clients, " + REPEATS + " turns of " + EACH.toSeconds() + " s after " + WARM_UP.toSeconds()
					+ " s of warm-up; agencies in the same process, without delay");
			Clients.run(CLIENTS, WARM_UP, licences::lifecycle);
			List<Double> perSecond = new ArrayList<>();
			List<Double> statements = new ArrayList<>();
			List<Double> transitions = new ArrayList<>();
			for (int i = 0; i < REPEATS; i++) {
				double before = EngineBench.statements(asOwner);
				long moved = licences.transitions.get();
				Pace pace = Clients.run(CLIENTS, EACH, licences::lifecycle);
				perSecond.add(pace.perSecond());
				statements.add((EngineBench.statements(asOwner) - before) / pace.done());
				transitions.add((licences.transitions.get() - moved) / (double) pace.done());
			}
			report.add(new Figure(GROUP, "administrative licences, from application to sealed document", "lifecycles/s", perSecond));
			report.add(new Figure(GROUP, "transitions a lifecycle", "transitions", transitions));
			report.add(new Figure(GROUP, "statements a lifecycle, background work included", "statements", statements));
		}
	}

	private static final class Licences {

		final AtomicLong transitions = new AtomicLong();
		private final AtomicLong people = new AtomicLong(50_000_000);
		private final Cases cases;
		private final Tasks tasks;
		private final Attachments attachments;
		private final Payments payments;
		private final PeopleRegistry registry;

		Licences(CentreInside centre) {
			this.cases = centre.bean(Cases.class);
			this.tasks = centre.bean(Tasks.class);
			this.attachments = centre.bean(Attachments.class);
			this.payments = centre.bean(Payments.class);
			this.registry = centre.bean(PeopleRegistry.class);
		}

		CaseFile lifecycle() {
			String person = UUID.randomUUID().toString();
			long number = people.incrementAndGet();
			registry.add(new Person(person, new NationalNumber(String.format(Locale.ROOT, "13%09d", number)),
					new PersonName("سعيد", "الحلبي", "محمود", null), null, null, null)).orThrow();
			CaseFile file = cases.open(new OpenCase(UUID.randomUUID().toString(), "administrative-licence", Channel.PORTAL, person, null,
					Map.of("property", "1/" + number % 9_000_000 + "/1", "trade", "soap", "place", "khan", "kind", "permanent", "workers", "2"),
					new Actor.Citizen(person))).orThrow();
			file = cases.settled(file.number(), PATIENCE).orElseThrow();
			for (int i = 0; i < 40 && !file.ended(); i++) {
				Optional<Charge> due = payments.due(file.number());
				if (due.isPresent()) {
					payments.payInCash(UUID.randomUUID().toString(), due.get().id(), due.get().total(), CASHIER).orThrow();
				} else {
					decide(file, person);
				}
				file = cases.settled(file.number(), PATIENCE).orElseThrow();
			}
			if (!"end-granted".equals(file.end())) {
				throw new IllegalStateException(file.number() + " did not come to its end: " + file.openVisits());
			}
			transitions.addAndGet(file.revision());
			return file;
		}

		/** The first outcome of whatever an officer has to do now. */
		private void decide(CaseFile file, String person) {
			Visit visit = file.openVisits().stream().filter(one -> one.task() != null).findFirst()
					.orElseThrow(() -> new IllegalStateException(file.number() + " waits for nobody: " + file.openVisits()));
			Task task = tasks.find(Optional.ofNullable(visit.task()).orElseThrow()).orElseThrow();
			Step.Review step = (Step.Review) Optional.ofNullable(cases.procedureOf(file).step(visit.step())).orElseThrow();
			Step.Outcome outcome = step.outcomes().getFirst();
			Decision.OnSite onSite = step.onSite() == null ? null : new Decision.OnSite(photos(step, person), "36.20210, 37.13426");
			cases.decide(new Decision(UUID.randomUUID().toString(), task.id(), new Actor.Officer(String.valueOf(task.officer())), outcome.id(),
					outcome.reasons().getFirst().code(), null, null, onSite)).orThrow();
		}

		private List<String> photos(Step.Review step, String person) {
			List<String> photos = new ArrayList<>();
			for (int i = 0; i < 3; i++) {
				byte[] bytes = ("\u00ff\u00d8\u00ff\u00e0" + UUID.randomUUID()).getBytes(StandardCharsets.ISO_8859_1);
				photos.add(attachments.accept(person, Attachments.photoOf(step.id()), "IMG.jpg", new ByteArrayInputStream(bytes)).orThrow().id());
			}
			return photos;
		}
	}
}
