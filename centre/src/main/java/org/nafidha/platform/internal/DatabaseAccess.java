package org.nafidha.platform.internal;

/**
 * How to reach the database: the owner role migrates, the application role works and cannot change the journal.
 */
record DatabaseAccess(String url, String owner, String ownerPassword, String application, String applicationPassword) {

	@Override
	public String toString() {
		return url + " as " + application;
	}
}
