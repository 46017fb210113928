/** What the modules stand on: the database and its two roles, each module's migrations, first-start secrets, the clock, the home folder. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = "kernel")
package org.nafidha.platform;
