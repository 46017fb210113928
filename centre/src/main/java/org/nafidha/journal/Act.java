package org.nafidha.journal;

import java.util.Map;
import org.nafidha.kernel.Actor;

/**
 * An act with legal effect, to be written down.
 *
 * @param kind what happened, {@code module.verb}: {@code case.opened}, {@code payment.received}, {@code document.issued}
 * @param subject what it happened to: a case number, document number, procedure id, sheet number
 * @param actor who did it
 * @param facts what the entry commits to: strings, numbers, booleans, lists and maps of them. Personal data is allowed
 *            here (the public leaf is only a salted commitment) but belongs in the module's own tables where possible
 */
public record Act(String kind, String subject, Actor actor, Map<String, ?> facts) {
}
