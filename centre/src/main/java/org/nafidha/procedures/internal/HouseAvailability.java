package org.nafidha.procedures.internal;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Automation;
import org.nafidha.procedures.Availability;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Step;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Asks the automations that a procedure names. */
@Component
class HouseAvailability implements Availability {

	private final Supplier<Map<String, LocalizedText>> missing;

	HouseAvailability(ObjectProvider<Automation> automations) {
		this.missing = SingletonSupplier.of(() -> automations.stream().filter(one -> one.notYet().isPresent())
				.collect(Collectors.toMap(one -> one.signature().name(), one -> one.notYet().orElseThrow())));
	}

	@Override
	public Optional<LocalizedText> notYet(Procedure procedure) {
		Stream<String> evidence = procedure.evidence().stream().map(Procedure.Evidence::automation).filter(Objects::nonNull);
		Stream<String> steps = procedure.steps().values().stream().filter(Step.Automated.class::isInstance)
				.map(step -> ((Step.Automated) step).automation());
		return Stream.concat(evidence, steps).map(missing.get()::get).filter(Objects::nonNull).findFirst();
	}
}
