/** Working days: the week, holidays and closures of each unit, and deadlines that explain themselves. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "journal"})
package org.nafidha.calendar;
