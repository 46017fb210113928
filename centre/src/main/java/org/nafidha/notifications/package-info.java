/** Messages to people: one-time codes now, by e-mail in production and on an on-screen outbox in demonstration. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "journal"})
package org.nafidha.notifications;
