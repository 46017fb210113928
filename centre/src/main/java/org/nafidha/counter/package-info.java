/** The clerk's face: one keyboard-driven screen. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"web", "platform", "journal", "identity", "calendar", "procedures", "cases",
		"payments", "documents", "register", "agencies"})
package org.nafidha.counter;
