/** The officer's face: next task, blind file, decide. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"web", "platform", "journal", "identity", "calendar", "procedures", "cases",
		"correspondence",
		"tasks", "documents", "register"})
package org.nafidha.office;
