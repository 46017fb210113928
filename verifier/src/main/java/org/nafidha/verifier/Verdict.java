package org.nafidha.verifier;

/** What can be said of one file, and the exit code that says it. */
public enum Verdict {
	/** Issued by the city and unchanged. */
	GENUINE(0),
	/** Bears the city's mark, but is no longer what the city issued. */
	ALTERED(1),
	/** Issued by the city and later withdrawn. */
	REVOKED(1),
	/** Issued by the city for a time that is over. */
	EXPIRED(1),
	/** Nothing shows that this city issued it. */
	UNKNOWN(1),
	/** Cannot be judged: not a file of ours, damaged beyond reading, or something needed for the check is missing. */
	UNREADABLE(2);

	private final int exitCode;

	Verdict(int exitCode) {
		this.exitCode = exitCode;
	}

	public int exitCode() {
		return exitCode;
	}
}
