package org.nafidha.identity.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nafidha.identity.CitizenSignIn.CodeSent;
import org.nafidha.identity.Person;
import org.nafidha.notifications.Message;
import org.nafidha.notifications.Message.Wording;
import org.nafidha.notifications.Notifications;
import org.nafidha.notifications.Recipient;
import org.nafidha.platform.Texts;
import org.springframework.stereotype.Component;

/** The message that carries a code. */
@Component
class CodeMessages {

	private final Notifications notifications;
	private final Texts texts;

	CodeMessages(Notifications notifications, Texts texts) {
		this.notifications = notifications;
		this.texts = texts;
	}

	/** Sends the code to the person; composes it for nobody just the same, so that nothing can be told from the time it takes. */
	void send(Optional<Person> person, CodeSent sent, String code, Locale language) {
		Recipient to = person.map(p -> new Recipient(p.id(), p.mobile(), p.email(), language)).orElse(new Recipient("nobody", null, null));
		Map<String, String> values = Map.of("code", code, "reference", sent.reference(), "minutes",
				Long.toString(OneTimeCodes.GOOD_FOR.toMinutes()));
		Wording wording = new Wording(texts.both("identity.code.subject", values), texts.both("identity.code.text", values),
				texts.both("identity.code.sms", values));
		Message message = new Message("one-time-code", to, wording, null, values);
		if (person.isPresent()) {
			notifications.sendFleeting(message);
		}
	}
}
