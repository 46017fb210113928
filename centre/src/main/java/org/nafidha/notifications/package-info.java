/** Messages to people: by text message and e-mail in production, in an on-screen outbox in demonstration, and always in their inbox here; one-time codes are never stored. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "journal"})
package org.nafidha.notifications;
