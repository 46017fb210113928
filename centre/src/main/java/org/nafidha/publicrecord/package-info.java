/** What anybody may see: verification, the journal's read API, figures. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"web", "platform", "journal", "identity", "documents", "cases", "procedures",
		"calendar"})
package org.nafidha.publicrecord;
