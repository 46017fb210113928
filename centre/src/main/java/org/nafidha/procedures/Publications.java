package org.nafidha.procedures;

import java.time.Instant;
import java.util.List;
import org.nafidha.kernel.Actor;

/** Publishing procedures, and the history of what was published. Thread-safe on any number of nodes. */
public interface Publications {

	/**
	 * Checks a file and, if nothing is wrong with the definition, publishes it as the next version and writes that to the
	 * journal in the same transaction. Cases opened from now on follow it; running cases stay on theirs.
	 */
	Publication publish(String fileName, String text, Actor actor);

	/** Every version of a procedure, newest first. */
	List<Version> versions(String procedure);

	/**
	 * One published version.
	 *
	 * @param sha256 of its text in UTF-8, in hexadecimal
	 * @param entry journal entry that published it
	 */
	record Version(String procedure, int version, String sha256, Instant publishedAt, long entry) {
	}

	sealed interface Publication {

		/**
		 * It is published, now or already before with the very same text.
		 *
		 * @param staffing what the present staff could not carry; never a reason not to publish
		 */
		record Published(Version version, boolean already, List<Finding> staffing) implements Publication {
		}

		/** Nothing was published. */
		record Refused(List<Finding> findings) implements Publication {
		}
	}
}
