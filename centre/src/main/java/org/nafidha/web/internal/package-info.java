/** How the shared web parts work. */
@org.jspecify.annotations.NullMarked
package org.nafidha.web.internal;
