package org.nafidha.console;

import org.nafidha.procedures.Card;
import org.nafidha.procedures.Procedure;

/** A procedure in the list, with what it asks of people. @param retired it is no longer offered */
public record ProcedureLine(Procedure procedure, Card card, boolean retired) {
}
