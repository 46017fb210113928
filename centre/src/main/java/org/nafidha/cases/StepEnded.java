package org.nafidha.cases;

/**
 * Told to listeners inside the transition's own transaction, so that a capability can undo what it prepared: a charge whose
 * payment lapsed.
 *
 * @param visitKey {@link Visit#key()}
 */
public record StepEnded(String visitKey, String outcome) {
}
