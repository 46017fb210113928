package org.nafidha.register.internal;

import java.util.List;
import org.nafidha.platform.CentreProperties;
import org.nafidha.register.DemoCity;
import org.nafidha.register.Persona;
import org.springframework.stereotype.Component;

@Component
class DemoPersonas implements DemoCity {

	private final List<Persona> personas;

	DemoPersonas(CentreProperties centre) {
		this.personas = centre.demo() ? PersonaFile.read().stream().map(PersonaFile.Entry::persona).toList() : List.of();
	}

	@Override
	public List<Persona> personas() {
		return personas;
	}
}
