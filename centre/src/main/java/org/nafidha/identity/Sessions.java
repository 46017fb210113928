package org.nafidha.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.nafidha.kernel.Actor;

/**
 * Sessions, kept in the database: they end after 30 minutes without a request and 12 hours after the sign-in. A session
 * holds an id only; roles are read from the database at every request, so power that is taken away is gone at once.
 */
public interface Sessions {

	/**
	 * Signs in: gives the session a new number (so that one planted before is worthless) and answers the address to go
	 * to: the page that was wanted, or the page that gives back a form typed before the session ended, or the person's
	 * first page. Always an address of this centre.
	 */
	String begin(SignedIn who, HttpServletRequest request, HttpServletResponse response);

	/** The first page of who is signed in. */
	String firstPage(SignedIn who);

	/** Signs out and forgets everything the session held. */
	void end(HttpServletRequest request, HttpServletResponse response);

	/** Ends every session of a person or officer, on all devices. */
	void endAllOf(Actor who);

	/** Ends every session of a person or officer but the one of this request. */
	void endOthersOf(Actor who, HttpServletRequest request);
}
