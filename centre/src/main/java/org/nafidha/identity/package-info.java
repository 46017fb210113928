/** Who is acting: citizens, officers, units, roles, sign-in, sessions, and who may use which address. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "journal", "notifications"})
package org.nafidha.identity;
