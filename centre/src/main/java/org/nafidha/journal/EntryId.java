package org.nafidha.journal;

/** Names an entry from the moment it is appended; not its position. */
public record EntryId(long value) {
}
