package org.nafidha.counter.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.agencies.Agencies;
import org.nafidha.cases.Attachments;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.Visit;
import org.nafidha.counter.Screen;
import org.nafidha.counter.Screen.Answer;
import org.nafidha.counter.Screen.Customer;
import org.nafidha.counter.Screen.Matter;
import org.nafidha.counter.Screen.State;
import org.nafidha.documents.Documents;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.identity.People;
import org.nafidha.identity.Role;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.payments.Charge;
import org.nafidha.payments.Payments;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Step;
import org.springframework.stereotype.Component;

/** Puts together what the screen shows. */
@Component
class Screens {

	private static final int CASES_SHOWN = 6;
	/** How long somebody is kept waiting for a document before the screen goes on without it. */
	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private final People people;
	private final Offers offers;
	private final Cases cases;
	private final Attachments attachments;
	private final Payments payments;
	private final Outcomes outcomes;

	/** What comes to a case from beside the engine. */
	@Component
	record Outcomes(Documents documents, Agencies agencies) {
	}

	Screens(People people, Offers offers, Cases cases, Attachments attachments, Payments payments, Outcomes outcomes) {
		this.people = people;
		this.offers = offers;
		this.cases = cases;
		this.attachments = attachments;
		this.payments = payments;
		this.outcomes = outcomes;
	}

	Screen empty(SignedIn.Staff clerk) {
		return new Screen(desk(clerk), clerk.roles().contains(Role.CASHIER), null, List.of(), null, null);
	}

	/** @param wanted words of a service's name or keywords; empty for all services of the counter */
	Screen services(Visits.Visit visit, SignedIn.Staff clerk, String wanted) {
		return new Screen(desk(clerk), clerk.roles().contains(Role.CASHIER), customer(visit), offers.matching(wanted), null, null);
	}

	Screen service(Visits.Visit visit, SignedIn.Staff clerk, Procedure asked) {
		return new Screen(desk(clerk), clerk.roles().contains(Role.CASHIER), customer(visit), List.of(), asked, null);
	}

	Screen matter(Visits.Visit visit, SignedIn.Staff clerk, CaseFile file) {
		return new Screen(desk(clerk), clerk.roles().contains(Role.CASHIER), customer(visit), List.of(), null, matter(file));
	}

	/** A service that can be asked for at a counter. */
	Optional<Procedure> offered(String id) {
		return offers.offered(id);
	}

	/** The case if it is the person's, once the product has finished what it can finish at once. */
	Optional<CaseFile> caseOf(Visits.Visit visit, String number) {
		return cases.find(number).filter(file -> file.personId().equals(visit.personId())).flatMap(file -> working(file)
				? cases.settled(number, PATIENCE)
				: Optional.of(file));
	}

	private @Nullable Integer desk(SignedIn.Staff clerk) {
		return payments.openDesk(clerk.officerId()).orElse(null);
	}

	private Customer customer(Visits.Visit visit) {
		List<Screen.Line> lines = cases.of(visit.personId()).stream().limit(CASES_SHOWN)
				.map(file -> new Screen.Line(file.number(), cases.procedureOf(file).name(), state(file, cases.procedureOf(file)), file.openedAt()))
				.toList();
		return new Customer(visit.id(), people.byId(visit.personId()).orElseThrow(), lines);
	}

	private Matter matter(CaseFile file) {
		Procedure procedure = cases.procedureOf(file);
		List<Charge> charges = payments.of(file.number());
		Charge charge = charges.isEmpty() ? null : charges.getLast();
		String receipt = charge == null ? null : charge.receipt();
		return new Matter(file.number(), procedure.name(), state(file, procedure), step(file, procedure), file.dueAt(), answers(file, procedure),
				charge,
				receipt == null ? null : payments.receipt(receipt).orElse(null), wanted(file, procedure),
				attachments.of(file.number()).stream().filter(paper -> !paper.photo()).toList(),
				issued(file.number()), outcomes.agencies().awaitedBy(file.number()), withdrawable(file, procedure), file.about() != null);
	}

	private static boolean withdrawable(CaseFile file, Procedure procedure) {
		return !file.ended() && procedure.withdrawal() != null && open(file, procedure).stream()
				.noneMatch(step -> step instanceof Step.Automated automated && automated.kind() == Step.Automated.Kind.ISSUE);
	}

	private List<Screen.Issued> issued(String number) {
		return outcomes.documents().forCase(number).stream().filter(IssuedDocument::isSealed)
				.map(d -> new Screen.Issued(d.number(), d.title(), d.lastMoment(), d.revocation() == null ? null : d.revocation().at())).toList();
	}

	private State state(CaseFile file, Procedure procedure) {
		if (file.end() != null) {
			return Objects.requireNonNull(procedure.ends().get(file.end())).granted() ? State.GRANTED : State.REFUSED;
		}
		List<Step> open = open(file, procedure);
		if (open.stream().anyMatch(step -> step instanceof Step.Automated a && a.kind() == Step.Automated.Kind.PAYMENT)) {
			return State.DUE;
		}
		if (open.stream().anyMatch(Step.Correction.class::isInstance)) {
			return State.WITH_APPLICANT;
		}
		if (open.stream().anyMatch(Step.Fetch.class::isInstance)) {
			return State.WITH_AGENCIES;
		}
		return open.stream().anyMatch(Step.Review.class::isInstance) ? State.WITH_OFFICER : State.WORKING;
	}

	private boolean working(CaseFile file) {
		State state = state(file, cases.procedureOf(file));
		return state == State.WORKING || state == State.WITH_AGENCIES;
	}

	private static LocalizedText step(CaseFile file, Procedure procedure) {
		if (file.end() != null) {
			return Objects.requireNonNull(procedure.ends().get(file.end())).title();
		}
		return open(file, procedure).stream().findFirst().map(Step::title).orElse(procedure.name());
	}

	private static List<Step> open(CaseFile file, Procedure procedure) {
		List<Step> steps = new ArrayList<>();
		for (Visit visit : file.openVisits()) {
			Step step = procedure.step(visit.step());
			if (step != null) {
				steps.add(step);
			}
		}
		return steps;
	}

	private static List<Answer> answers(CaseFile file, Procedure procedure) {
		List<Answer> answers = new ArrayList<>();
		for (Procedure.Input input : procedure.inputs()) {
			Object value = file.data().get(input.id());
			if (value != null) {
				LocalizedText option = input.options().get(value.toString());
				boolean plain = option == null && input.type() != Procedure.InputType.TEXT;
				answers.add(new Answer(input.label(), option == null ? new LocalizedText(value.toString(), value.toString()) : option, plain));
			}
		}
		return answers;
	}

	/** Papers the applicant owes while the case runs; a condition that cannot be judged asks for the paper. */
	private static List<Procedure.Evidence> wanted(CaseFile file, Procedure procedure) {
		if (file.ended()) {
			return List.of();
		}
		return procedure.evidence().stream().filter(item -> item.wantedOfCitizen(file.data())).toList();
	}
}
