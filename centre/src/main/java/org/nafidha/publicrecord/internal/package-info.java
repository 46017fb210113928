/** The public pages and the journal's read API. */
@org.jspecify.annotations.NullMarked
package org.nafidha.publicrecord.internal;
