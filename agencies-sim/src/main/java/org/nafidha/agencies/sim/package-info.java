/** Simulated agencies. Every person, property and number they answer with is invented, from a seed. */
@org.jspecify.annotations.NullMarked
package org.nafidha.agencies.sim;
