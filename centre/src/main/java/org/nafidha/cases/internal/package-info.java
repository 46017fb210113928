/** Inside of cases. */
@org.jspecify.annotations.NullMarked
package org.nafidha.cases.internal;
