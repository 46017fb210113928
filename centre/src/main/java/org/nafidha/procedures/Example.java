package org.nafidha.procedures;

import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Trial.Expected;

/**
 * An invented case that is kept with a procedure, and how it is expected to go.
 *
 * @param name a short id: {@code owner-pays}
 */
public record Example(String name, LocalizedText title, Scenario scenario, Expected expected) {

	public Example expecting(Expected other) {
		return new Example(name, title, scenario, other);
	}
}
