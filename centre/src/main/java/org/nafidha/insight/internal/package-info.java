/** The index of cases, and the questions asked of it. */
@org.jspecify.annotations.NullMarked
package org.nafidha.insight.internal;
