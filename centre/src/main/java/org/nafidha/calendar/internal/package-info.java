/** Inside of calendar. */
@org.jspecify.annotations.NullMarked
package org.nafidha.calendar.internal;
