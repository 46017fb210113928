package org.nafidha.register;

import java.util.List;

/**
 * The demonstration's city: invented from a seed when {@code nafidha.demo} is on and the register is empty, and marked as
 * invented throughout.
 */
public interface DemoCity {

	/** The people everybody may sign in as; the same in every demonstration, whatever its seed. Empty in a real centre. */
	List<Persona> personas();
}
