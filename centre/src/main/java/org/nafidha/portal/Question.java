package org.nafidha.portal;

import org.nafidha.procedures.Procedure.Input;

/**
 * One question of an application.
 *
 * @param number from 1
 * @param all questions and pages of the application, the last look included
 * @param back address of the page before
 * @param toCheck true when the answer is being changed from the last look, and leads back to it
 */
public record Question(Service service, Input input, int number, int all, String back, boolean toCheck) {
}
