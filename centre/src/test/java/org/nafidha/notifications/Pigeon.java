package org.nafidha.notifications;

import org.springframework.stereotype.Component;

/** A channel that reaches only people whose id starts with its name, and fails for those whose id ends in "broken". */
@Component
class Pigeon implements Channel {

	@Override
	public String name() {
		return "pigeon";
	}

	@Override
	public boolean reaches(Recipient to) {
		return to.personId().startsWith("pigeon");
	}

	@Override
	public void deliver(Message message) {
		if (message.to().personId().endsWith("broken")) {
			throw new IllegalStateException("no pigeon for " + message.to().mobile());
		}
	}
}
