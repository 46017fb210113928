package org.nafidha.portal.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nafidha.identity.SignedIn;
import org.nafidha.notifications.ContactWishes;
import org.nafidha.notifications.ContactWishes.Wish;
import org.nafidha.notifications.Inbox;
import org.nafidha.notifications.Inbox.Kept;
import org.nafidha.web.Form;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the centre has told the citizen, and how they want to be told. A message counts as read once it was on this page. */
@Controller
@RequestMapping("/my/messages")
class MessagePages {

	private final Inbox inbox;
	private final ContactWishes wishes;

	MessagePages(Inbox inbox, ContactWishes wishes) {
		this.inbox = inbox;
		this.wishes = wishes;
	}

	@GetMapping
	String all(@RequestParam(required = false) @Nullable String saved, @AuthenticationPrincipal SignedIn.Citizen who, Model model) {
		List<Kept> messages = inbox.of(who.personId());
		inbox.shown(who.personId(), messages.stream().filter(message -> !message.read()).map(Kept::id).toList());
		model.addAttribute("messages", messages);
		model.addAttribute("saved", saved != null);
		model.addAttribute("form", form(wishes.of(who.personId())));
		return "portal/messages";
	}

	@PostMapping
	String wish(@RequestParam Map<String, String> sent, @AuthenticationPrincipal SignedIn.Citizen who) {
		String language = sent.getOrDefault("language", "");
		wishes.set(who.personId(), new Wish(language.equals("ar") || language.equals("en") ? Locale.forLanguageTag(language) : null,
				sent.containsKey("sms"), sent.containsKey("mail")));
		return "redirect:/my/messages?saved";
	}

	private static Form form(Wish wish) {
		return Form.of(Map.of("language", wish.language() == null ? "" : Objects.requireNonNull(wish.language()).getLanguage(), "sms",
				wish.sms() ? "yes" : "", "mail", wish.mail() ? "yes" : ""));
	}
}
