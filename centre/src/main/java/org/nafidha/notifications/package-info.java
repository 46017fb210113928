/** Messages to people: by e-mail in production, in an on-screen outbox in demonstration; one-time codes are never stored. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "journal"})
package org.nafidha.notifications;
