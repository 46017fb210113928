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
	public boolean reaches(Message message) {
		return message.to().personId().startsWith("pigeon");
	}

	@Override
	public boolean rings() {
		return false;
	}

	@Override
	public Answer deliver(Parcel parcel) {
		Message message = parcel.message();
		if (message.to().personId().endsWith("broken")) {
			throw new IllegalStateException("no pigeon for " + message.to().mobile());
		}
		return TAKEN;
	}
}
