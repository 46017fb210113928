package org.nafidha.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
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

/** Administrative licences of people whom nobody has asked about before, from the application to the sealed document. Thread-safe. */
final class Licences {

	private static final SignedIn.Staff CASHIER = new SignedIn.Staff("bench-cashier", Set.of(Role.CASHIER));
	private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

	final AtomicLong transitions = new AtomicLong();
	private final AtomicLong people = new AtomicLong(50_000_000);
	private final Cases cases;
	private final Tasks tasks;
	private final Attachments attachments;
	private final Payments payments;
	private final PeopleRegistry registry;
	private final Duration patience;

	/** @param patience with automations and agencies, for one case */
	Licences(CentreInside centre, Duration patience) {
		this.patience = patience;
		this.cases = centre.bean(Cases.class);
		this.tasks = centre.bean(Tasks.class);
		this.attachments = centre.bean(Attachments.class);
		this.payments = centre.bean(Payments.class);
		this.registry = centre.bean(PeopleRegistry.class);
		this.payments.open(97, CASHIER).orThrow();
	}

	CaseFile lifecycle() {
		String person = UUID.randomUUID().toString();
		long number = people.incrementAndGet();
		registry.add(new Person(person, new NationalNumber(String.format(Locale.ROOT, "13%09d", number)),
				new PersonName("سعيد", "الحلبي", "محمود", null), null, null, null)).orThrow();
		CaseFile file = cases.open(new OpenCase(UUID.randomUUID().toString(), "administrative-licence", Channel.PORTAL, person, null,
				Map.of("property", "1/" + number % 9_000_000 + "/1", "trade", "soap", "place", "khan", "kind", "permanent", "workers", "2"),
				new Actor.Citizen(person))).orThrow();
		file = gathered(file.number());
		for (int i = 0; i < 40 && !file.ended(); i++) {
			Optional<Charge> due = payments.due(file.number());
			if (due.isPresent()) {
				payments.payInCash(UUID.randomUUID().toString(), due.get().id(), due.get().total(), CASHIER).orThrow();
			} else {
				decide(file, person);
			}
			file = cases.settled(file.number(), patience).orElseThrow();
		}
		if (!"end-granted".equals(file.end())) {
			throw new IllegalStateException(file.number() + " did not come to its end: " + file.openVisits());
		}
		transitions.addAndGet(file.revision());
		return file;
	}

	/** After all have answered, also those who promised to, or could not be reached at first. */
	private CaseFile gathered(String number) {
		long end = System.nanoTime() + patience.toNanos();
		CaseFile file = cases.settled(number, patience).orElseThrow();
		while (file.openVisit("gather").isPresent() && System.nanoTime() < end) {
			LockSupport.parkNanos(LOOK_AGAIN.toNanos());
			file = cases.settled(number, patience).orElseThrow();
		}
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
