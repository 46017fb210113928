/**
 * Verifies documents, codes and receipts of a Nafidha centre from outside, written from docs/formats.md alone: no code, key or
 * database of the centre is needed, only its public keys.
 */
@org.jspecify.annotations.NullMarked
package org.nafidha.verifier;
