package org.nafidha.portal.internal;

import org.nafidha.identity.Route;
import org.nafidha.identity.RouteTable;
import org.nafidha.notifications.DemoOutbox;
import org.nafidha.register.DemoCity;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** In a demonstration the codes and messages can be read on screen, and whom one can be. In a real centre neither page nor route exists. */
@Controller
@ConditionalOnBooleanProperty("nafidha.demo")
class OutboxPages {

	private static final int SHOWN = 30;

	private final DemoOutbox outbox;
	private final DemoCity city;

	OutboxPages(DemoOutbox outbox, DemoCity city) {
		this.outbox = outbox;
		this.city = city;
	}

	@GetMapping("/demo/outbox")
	String outbox(Model model) {
		model.addAttribute("personas", city.personas());
		model.addAttribute("messages", outbox.newest(SHOWN));
		return "portal/outbox";
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty("nafidha.demo")
	static class Routes {

		@Bean
		RouteTable outboxRoutes() {
			return RouteTable.of(Route.open(HttpMethod.GET, "/demo/outbox"));
		}
	}
}
