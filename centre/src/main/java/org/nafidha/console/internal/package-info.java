/** How the console works. */
@org.jspecify.annotations.NullMarked
package org.nafidha.console.internal;
