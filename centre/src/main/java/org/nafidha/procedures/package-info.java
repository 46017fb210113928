/** Procedures as reviewed text: the language, its checks, the published versions, and the Automation SPI by which capabilities plug in. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "journal", "calendar"})
package org.nafidha.procedures;
