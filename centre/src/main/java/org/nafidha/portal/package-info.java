/** The citizen's face: find, ask, pay, follow, receive. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"web", "platform", "journal", "identity", "calendar", "procedures", "cases",
		"correspondence",
		"payments", "documents", "register", "agencies", "notifications"})
package org.nafidha.portal;
