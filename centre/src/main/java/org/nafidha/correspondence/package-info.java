/** What applicants and officers write to each other in the file of a case, and what officers ask of other units; without names. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "journal", "identity", "calendar", "procedures", "cases", "tasks"})
package org.nafidha.correspondence;
