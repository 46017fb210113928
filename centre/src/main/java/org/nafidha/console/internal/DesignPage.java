package org.nafidha.console.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.nafidha.kernel.Refusal;
import org.nafidha.web.Form;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The design system, shown with the parts themselves. Everything on it is an invented example. */
@Controller
class DesignPage {

	private final InstantSource clock;

	DesignPage(InstantSource clock) {
		this.clock = clock;
	}

	@GetMapping("/design")
	String design(Model model) {
		Instant now = clock.instant();
		model.addAttribute("now", now);
		model.addAttribute("form", Form.of(Map.of("purpose", "bank", "agree", "yes")));
		model.addAttribute("wrong", Form.of(Map.of("wrong-national", "0201034567", "wrong-property.zone", "2", "wrong-property.parcel", "x"))
				.reject("wrong-national", Refusal.of("national-number.length", "digits", "10"))
				.reject("wrong-property", Refusal.of("property.parcel")));
		return "console/design";
	}
}
