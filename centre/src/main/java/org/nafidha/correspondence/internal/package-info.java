/** How letters are kept. */
@org.jspecify.annotations.NullMarked
package org.nafidha.correspondence.internal;
