package org.nafidha.cases.internal;

/** A stay at a step, as {@code Visit.key()} writes it. */
record VisitKey(String caseNumber, String step, int visit) {

	static VisitKey parse(String key) {
		String[] parts = key.split("/", -1);
		if (parts.length != 3) {
			throw new IllegalArgumentException("not the key of a visit: " + key);
		}
		return new VisitKey(parts[0], parts[1], Integer.parseInt(parts[2]));
	}

	@Override
	public String toString() {
		return caseNumber + "/" + step + "/" + visit;
	}
}
