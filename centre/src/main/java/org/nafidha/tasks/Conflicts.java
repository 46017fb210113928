package org.nafidha.tasks;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.nafidha.kernel.Result;

/** Conflicts of interest that officers declare: the files of those persons are never drawn for them. Thread-safe. */
public interface Conflicts {

	/** How many one officer may have declared at a time. */
	int LIMIT = 50;

	/** What binds the officer to the person. */
	enum Kind {
		RELATIVE, BUSINESS, OTHER;

		/** As stored and as in the message keys. */
		public String code() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	record Conflict(String personId, Kind kind, Instant declaredAt) {
	}

	/**
	 * Declares, and draws again at once what lies on the officer's desk of that person; one transaction with its journal entry
	 * ({@code conflict.declared}). Declared once more, only the kind changes. Refused: {@code conflict.too-many} (values {@code limit}).
	 */
	Result<Conflict> declare(String officerId, String personId, Kind kind);

	/** Takes back what was declared, with its journal entry ({@code conflict.withdrawn}); nothing happens if nothing was. */
	void withdraw(String officerId, String personId);

	/** The officer's, newest first. */
	List<Conflict> of(String officerId);
}
