package org.nafidha.cases.internal;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.nafidha.procedures.Automation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The automations that capabilities contribute, by name. Looked up late: capabilities depend on the engine. */
@Component
class Automations {

	private final Supplier<Map<String, Automation>> byName;

	Automations(ObjectProvider<Automation> provider) {
		this.byName = SingletonSupplier.of(() -> provider.stream().collect(Collectors.toMap(a -> a.signature().name(), Function.identity())));
	}

	Automation named(String name) {
		Automation automation = byName.get().get(name);
		if (automation == null) {
			throw new IllegalStateException("no capability offers the automation " + name);
		}
		return automation;
	}
}
