package org.nafidha.portal.internal;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nafidha.identity.Staff;
import org.nafidha.identity.Unit;
import org.nafidha.kernel.LocalizedText;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;

/** How the units are called, read once for a page however many services or cases it lists. One request's; not thread-safe. */
@Component
@RequestScope
class UnitNames {

	private final Staff staff;
	private @Nullable Map<String, LocalizedText> names;

	UnitNames(Staff staff) {
		this.staff = staff;
	}

	/** The unit's name; its code when nobody named it yet. */
	LocalizedText name(String code) {
		if (names == null) {
			names = staff.units().stream().collect(Collectors.toMap(Unit::code, Unit::name));
		}
		return names.getOrDefault(code, new LocalizedText(code, code));
	}
}
