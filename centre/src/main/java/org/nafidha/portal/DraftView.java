package org.nafidha.portal;

import java.time.Instant;

/** An application that was begun and not filed. */
public record DraftView(Service service, Instant changedAt) {
}
