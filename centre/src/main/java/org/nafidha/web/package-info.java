/** What every face shares: layout, components, texts in both languages, error pages. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "identity"})
package org.nafidha.web;
