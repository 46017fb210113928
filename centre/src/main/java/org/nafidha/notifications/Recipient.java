package org.nafidha.notifications;

import org.jspecify.annotations.Nullable;

/** Whom a message is for, and where the person can be reached. */
public record Recipient(String personId, @Nullable String mobile, @Nullable String email) {
}
