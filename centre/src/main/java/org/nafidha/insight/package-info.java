/** What is going on in the whole house: cases found by whoever is answerable for them. Reads the journal and published views, owns no act. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "journal", "identity", "procedures"})
package org.nafidha.insight;
