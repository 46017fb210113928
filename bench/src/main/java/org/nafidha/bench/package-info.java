/** Measurements, and the programs that work the centre from outside: every figure the project states can be had again with {@code ./nafidha bench}. */
@org.jspecify.annotations.NullMarked
package org.nafidha.bench;
