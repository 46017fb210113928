package org.nafidha.web;

import java.util.List;

/** A bean by which a face puts its entries into the navigation bars. */
public interface NavContribution {

	List<NavItem> items();
}
