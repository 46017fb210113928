package org.nafidha.cases;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.Actor;
import org.nafidha.procedures.Procedure.Channel;

/**
 * A request to open a case.
 *
 * @param key idempotency key, made when the form was first shown; the same request under the same key answers with the same case
 * @param inputs as typed, by the procedure's input ids
 * @param papers ids of accepted attachments of the person, which become part of the case; others are ignored
 * @param actor who files it: the citizen, or the clerk at the counter
 */
public record OpenCase(String key, String procedure, Channel channel, String personId, @Nullable String actsFor, Map<String, String> inputs,
		List<String> papers, Actor actor) {

	/** Without papers. */
	public OpenCase(String key, String procedure, Channel channel, String personId, @Nullable String actsFor, Map<String, String> inputs,
			Actor actor) {
		this(key, procedure, channel, personId, actsFor, inputs, List.of(), actor);
	}
}
