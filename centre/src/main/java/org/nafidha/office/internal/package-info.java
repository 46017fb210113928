/** How the office works. */
@org.jspecify.annotations.NullMarked
package org.nafidha.office.internal;
