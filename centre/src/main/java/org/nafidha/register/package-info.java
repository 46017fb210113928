/** The city's registers of property: sheets, owners with exact shares, rights, signs, and recorded building violations. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "journal", "identity", "procedures"})
package org.nafidha.register;
