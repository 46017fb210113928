/** The one append-only record of every act with legal effect: gap-free positions, a Merkle tree over them, proofs, and readers with cursors. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform"})
package org.nafidha.journal;
