package org.nafidha.portal.internal;

import java.util.List;
import java.util.Set;
import org.nafidha.identity.Role;
import org.nafidha.web.NavContribution;
import org.nafidha.web.NavItem;
import org.nafidha.web.NavItem.Bar;
import org.springframework.stereotype.Component;

@Component
class PortalNavigation implements NavContribution {

	@Override
	public List<NavItem> items() {
		return List.of(new NavItem(Bar.CITIZEN, "portal.nav.services", "/services", 10, Set.of()),
				new NavItem(Bar.CITIZEN, "portal.nav.my-cases", "/my", 20, Set.of(Role.CITIZEN)),
				new NavItem(Bar.CITIZEN, "portal.nav.follow", "/follow", 30, Set.of()));
	}
}
