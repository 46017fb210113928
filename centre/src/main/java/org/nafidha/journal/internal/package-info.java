/** How the journal is kept: entries, the sequencer, the Merkle tree and its tiles, the signing key, the readers' cursors. */
@org.jspecify.annotations.NullMarked
package org.nafidha.journal.internal;
