/** How the counter works. */
@org.jspecify.annotations.NullMarked
package org.nafidha.counter.internal;
