package org.nafidha.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Forms that were sent after the session had ended, or from a page older than the newest sign-in. They wait in the session
 * (at most 64 kB; never files, passwords or codes) and are given back after the sign-in, to the same person only: the page
 * {@code /resume} offers to send the form as it was. A face may instead fill its own form again with {@link #take}.
 */
public interface SavedForms {

	/** @param action the address the form was sent to, with its query */
	record SavedForm(String action, Map<String, List<String>> fields, boolean hadFiles) {
	}

	/** The form that waits for who is signed in, left where it is. */
	Optional<SavedForm> waiting(HttpServletRequest request);

	/** The form that waits for who is signed in, if it was sent to the address; it waits no longer. */
	Optional<SavedForm> take(HttpServletRequest request, String action);

	/** Throws the waiting form away. */
	void discard(HttpServletRequest request);
}
