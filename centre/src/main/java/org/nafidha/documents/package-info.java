/** Issued documents: composed, coded, sealed, registered, verified, revoked. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "journal", "identity", "procedures", "cases"})
package org.nafidha.documents;
