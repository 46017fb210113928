/** Outside bodies: questions to them as automations of procedures, over the X-Road message profile, with signed evidence of what was asked and answered. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "journal", "identity", "procedures", "cases"})
package org.nafidha.agencies;
