/** The language, its checks and the published versions. */
@org.jspecify.annotations.NullMarked
package org.nafidha.procedures.internal;
