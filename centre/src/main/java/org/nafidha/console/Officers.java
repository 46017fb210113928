package org.nafidha.console;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nafidha.identity.Staff;

/** Officers as the journal names them. */
public final class Officers {

	private static final String ACTOR = "officer:";

	private Officers() {
	}

	/** The id in an actor's text ({@code officer:<id>}); anything else as it is. */
	public static String id(String actorOrId) {
		return actorOrId.startsWith(ACTOR) ? actorOrId.substring(ACTOR.length()) : actorOrId;
	}

	/** Who is meant by an actor's text or an id; null when it is no officer. */
	public static Staff.@Nullable Named of(String actorOrId, Map<String, Staff.Named> officers) {
		return officers.get(id(actorOrId));
	}
}
