/** How payments work. */
@org.jspecify.annotations.NullMarked
package org.nafidha.payments.internal;
