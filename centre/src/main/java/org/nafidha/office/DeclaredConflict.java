package org.nafidha.office;

import org.nafidha.tasks.Conflicts.Conflict;

/** @param masked the person's national number, most of it hidden: the officer knows whom they meant */
public record DeclaredConflict(Conflict conflict, String masked) {
}
