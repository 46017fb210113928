/** The engine: a case moves through the steps of its procedure's version, one short transaction at a time. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "journal", "calendar", "identity", "procedures", "tasks"})
package org.nafidha.cases;
