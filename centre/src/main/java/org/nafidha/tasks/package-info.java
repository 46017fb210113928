/** Who does what: the random draw of officers, blind assignment, and an auditor's replay of every draw. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "journal", "identity", "calendar"})
package org.nafidha.tasks;
