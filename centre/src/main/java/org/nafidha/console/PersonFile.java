package org.nafidha.console;

import java.time.Instant;
import java.util.List;
import org.nafidha.identity.Person;
import org.nafidha.kernel.LocalizedText;

/** What is shown of a person to whoever stated why they look. */
public record PersonFile(Person person, List<Line> cases) {

	/** One of the person's cases, newest first. */
	public record Line(String number, LocalizedText service, Instant openedAt, boolean ended) {
	}
}
