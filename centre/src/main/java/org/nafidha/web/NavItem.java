package org.nafidha.web;

import java.util.Set;
import org.nafidha.identity.Role;

/**
 * An entry of the navigation bar.
 *
 * @param textKey message key of its words
 * @param href also marks the entry as current, on this address and all beneath it
 * @param order smaller stands first
 * @param roles who sees it; empty: everybody whom the bar is for
 */
public record NavItem(Bar bar, String textKey, String href, int order, Set<Role> roles) {

	/** The bar for citizens and visitors, and the one for staff. */
	public enum Bar {
		CITIZEN, STAFF
	}
}
