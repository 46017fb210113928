package org.nafidha.agencies.sim;

import java.util.List;
import java.util.Locale;

/**
 * One body.
 *
 * @param path its services' ids begin with it, such as {@code SY/GOV/INTERIOR/RECORDS}
 * @param medianMillis how long it usually thinks
 * @param later whether it only accepts questions and answers some time afterwards
 */
record Agency(String path, int medianMillis, boolean later) {

	static final List<Agency> ALL = List.of(new Agency("SY/GOV/CIVIL-REGISTRY/CITIZENS", 250, false),
			new Agency("SY/GOV/INTERIOR/RECORDS", 900, false), new Agency("SY/GOV/ADMIN-DEVELOPMENT/EMPLOYEES", 500, false),
			new Agency("SY/GOV/FOREIGN-AFFAIRS/ATTESTATIONS", 45_000, true), new Agency("SY/GOV/LAND-REGISTRY/TITLES", 700, false),
			new Agency("SY/GOV/WATER/BILLS", 300, false), new Agency("SY/GOV/TELEPHONE/BILLS", 300, false),
			new Agency("SY/GOV/ELECTRICITY/BILLS", 300, false), new Agency("SY/GOV/BANK/PAYMENTS", 400, false));

	/** The name under which its key is told. */
	String member() {
		return path.split("/")[2].toLowerCase(Locale.ROOT);
	}

	boolean offers(Question question) {
		return question.path().startsWith(path + "/");
	}

	/** Throws when there is none of this name. */
	static void mustExist(String member) {
		if (ALL.stream().noneMatch(agency -> agency.member().equals(member))) {
			throw new IllegalArgumentException(
					"there is no body '" + member + "'; there are " + String.join(", ", ALL.stream().map(Agency::member).toList()));
		}
	}
}
