package org.nafidha.journal;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * A written entry.
 *
 * @param facts the facts as canonical JSON (RFC 8785)
 * @param position its place in the tree, empty until sequenced
 */
public record Entry(EntryId id, String kind, String subject, String actor, Instant at, String facts, OptionalLong position) {
}
