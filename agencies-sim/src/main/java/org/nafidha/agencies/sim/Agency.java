package org.nafidha.agencies.sim;

/**
 * One body.
 *
 * @param path its services' ids begin with it, such as {@code SY/GOV/INTERIOR/RECORDS}
 * @param medianMillis how long it usually thinks; now and then ten times as long
 * @param later whether it only accepts questions and answers some time afterwards
 */
record Agency(String path, int medianMillis, boolean later) {

	/** The name under which its key is told. */
	String member() {
		return path.split("/")[2].toLowerCase(java.util.Locale.ROOT);
	}
}
