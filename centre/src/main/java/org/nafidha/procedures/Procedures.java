package org.nafidha.procedures;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The published procedures. Thread-safe; reads are from memory of immutable versions, so there is nothing to invalidate. */
public interface Procedures {

	/** The newest published version of every procedure, in the order of the catalogue. */
	List<Procedure> current();

	Optional<Procedure> current(String id);

	/** A given version, also a superseded one: running cases stay on theirs. */
	Optional<Procedure> version(String id, int version);

	/** Since when a version is no longer offered; running cases on it go on. Empty where nothing was retired. */
	default Optional<Instant> retired(String id, int version) {
		return Optional.empty();
	}
}
