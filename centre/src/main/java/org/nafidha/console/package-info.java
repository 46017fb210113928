/** The administrator's and auditor's face: staff, units, procedures, journal browser, the design page. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"web", "platform", "calendar", "journal", "identity", "procedures", "cases",
		"tasks",
		"insight", "documents", "register", "agencies", "payments"})
package org.nafidha.console;
