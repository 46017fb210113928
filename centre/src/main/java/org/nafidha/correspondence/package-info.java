/** What applicants and the officers who hold their files write to each other, in the file and without names. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "journal", "identity", "procedures", "cases", "tasks"})
package org.nafidha.correspondence;
