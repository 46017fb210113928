package org.nafidha.procedures;

import java.util.Optional;
import org.nafidha.kernel.LocalizedText;

/** Whether this house can do everything that a procedure needs. Thread-safe. */
public interface Availability {

	/** What is missing, in words for the citizen; empty when the service can be asked for. */
	Optional<LocalizedText> notYet(Procedure procedure);
}
