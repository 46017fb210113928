/** Inside of tasks. */
@org.jspecify.annotations.NullMarked
package org.nafidha.tasks.internal;
