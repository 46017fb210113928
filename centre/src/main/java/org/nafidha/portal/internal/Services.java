package org.nafidha.portal.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.Money;
import org.nafidha.portal.Service;
import org.nafidha.portal.Service.FeeLine;
import org.nafidha.portal.Service.Kind;
import org.nafidha.portal.Service.Stage;
import org.nafidha.portal.ServiceSection;
import org.nafidha.procedures.Availability;
import org.nafidha.procedures.Catalogue;
import org.nafidha.procedures.Formula;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.procedures.Procedures;
import org.nafidha.procedures.Step;
import org.springframework.stereotype.Component;

/** The services that can be asked for on the portal, as their pages tell them. */
@Component
class Services {

	private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,2})?");

	private final Procedures procedures;
	private final Catalogue catalogue;
	private final Availability availability;
	private final UnitNames units;

	Services(Procedures procedures, Catalogue catalogue, Availability availability, UnitNames units) {
		this.procedures = procedures;
		this.catalogue = catalogue;
		this.availability = availability;
		this.units = units;
	}

	List<Service> all() {
		return procedures.current().stream().filter(p -> p.channels().contains(Channel.PORTAL)).map(this::tell).toList();
	}

	/** The same, under the headings by which people look for them. */
	List<ServiceSection> sections() {
		return catalogue.sections().stream()
				.map(section -> new ServiceSection(section.id(), section.title(),
						section.procedures().stream().filter(p -> p.channels().contains(Channel.PORTAL)).map(this::tell).toList()))
				.filter(section -> !section.services().isEmpty()).toList();
	}

	Optional<Service> find(String id) {
		return procedures.current(id).filter(p -> p.channels().contains(Channel.PORTAL)).map(this::tell);
	}

	Service tell(Procedure procedure) {
		List<Step> shortest = ShortestPath.of(procedure);
		Set<String> onPath = shortest.stream().map(Step::id).collect(Collectors.toSet());
		List<Stage> path = shortest.stream().flatMap(step -> stage(step).stream()).toList();
		List<Stage> sometimes = procedure.steps().values().stream().filter(step -> !onPath.contains(step.id())).flatMap(step -> stage(step).stream())
				.filter(stage -> stage.kind() == Kind.DECIDE || stage.kind() == Kind.CORRECT).distinct().toList();
		List<FeeLine> fees = procedure.fees().stream().map(fee -> new FeeLine(fee.title(), amount(fee.amount()), legal(procedure, fee.legalBasis())))
				.toList();
		return new Service(procedure, units.name(procedure.owner()), procedure.fetched(), procedure.brought(), fees, total(fees), path,
				sometimes, availability.notYet(procedure).orElse(null),
				procedures.retired(procedure.id(), procedure.version()).orElse(null));
	}

	Optional<Stage> stage(@Nullable Step step) {
		return switch (step) {
			case Step.Review r -> Optional.of(new Stage(Kind.DECIDE, r.title(), units.name(r.unit()), r.deadlineDays(), !r.needsIdentity()));
			case Step.Automated a when a.kind() == Step.Automated.Kind.PAYMENT ->
				Optional.of(new Stage(Kind.PAY, a.title(), null, a.withinDays(), false));
			case Step.Automated a when a.kind() == Step.Automated.Kind.ISSUE -> Optional.of(new Stage(Kind.ISSUE, a.title(), null, 0, false));
			case Step.Automated a -> Optional.of(new Stage(Kind.OTHER, a.title(), null, 0, false));
			case Step.Correction c -> Optional.of(new Stage(Kind.CORRECT, c.title(), null, c.withinDays(), false));
			case Step.Consultation c -> Optional.of(new Stage(Kind.CONSULT, c.title(), null,
					c.opinions().stream().mapToInt(opinion -> opinion.review().deadlineDays()).max().orElse(0), false));
			case Step.Fetch f -> Optional.of(new Stage(Kind.WAIT, f.title(), null, f.withinDays(), false));
			case Step.Wait w -> Optional.of(new Stage(Kind.WAIT, w.title(), null, w.withinDays(), false));
			case Step.Choice choice -> Optional.empty();
			case null -> Optional.empty();
		};
	}

	private static @Nullable LocalizedText legal(Procedure procedure, @Nullable String id) {
		return procedure.legal().stream().filter(l -> l.id().equals(id)).map(Procedure.Legal::title).findFirst().orElse(null);
	}

	/** Null for a formula: what it comes to depends on the application. */
	private static @Nullable Money amount(Formula formula) {
		return AMOUNT.matcher(formula.text().strip()).matches() ? Money.of(new BigDecimal(formula.text().strip())) : null;
	}

	private static @Nullable Money total(List<FeeLine> fees) {
		List<Money> amounts = new ArrayList<>();
		for (FeeLine fee : fees) {
			if (fee.amount() == null) {
				return null;
			}
			amounts.add(fee.amount());
		}
		return amounts.stream().reduce(Money.pounds(0), Money::plus);
	}
}
