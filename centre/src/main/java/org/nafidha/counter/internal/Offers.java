package org.nafidha.counter.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nafidha.counter.Screen;
import org.nafidha.kernel.NameKey;
import org.nafidha.procedures.Availability;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Channel;
import org.nafidha.procedures.Procedures;
import org.springframework.stereotype.Component;

/** The services of the counter. */
@Component
class Offers {

	private final Procedures procedures;
	private final Availability availability;

	Offers(Procedures procedures, Availability availability) {
		this.procedures = procedures;
		this.availability = availability;
	}

	/** Those that can be asked for, then those that cannot yet. @param wanted words of a service's name or keywords; empty for all */
	List<Screen.Offer> matching(String wanted) {
		List<String> words = Arrays.stream(NameKey.of(wanted).split(" ")).filter(word -> !word.isBlank()).toList();
		return procedures.current().stream().filter(this::atCounter).filter(procedure -> {
			String all = NameKey.of(procedure.name().ar() + " " + procedure.name().en() + " " + String.join(" ", procedure.keywords()));
			return words.stream().allMatch(all::contains);
		}).map(procedure -> new Screen.Offer(procedure, availability.notYet(procedure).orElse(null)))
				.sorted(Comparator.comparing((Screen.Offer offer) -> offer.notYet() != null)).toList();
	}

	/** A service that can be asked for at a counter. */
	Optional<Procedure> offered(String id) {
		return procedures.current(id).filter(this::atCounter).filter(procedure -> availability.notYet(procedure).isEmpty());
	}

	private boolean atCounter(Procedure procedure) {
		return procedure.channels().contains(Channel.COUNTER) && !procedure.aboutRefusal()
				&& procedures.retired(procedure.id(), procedure.version()).isEmpty();
	}
}
