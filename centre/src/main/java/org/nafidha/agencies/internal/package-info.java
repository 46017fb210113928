@org.jspecify.annotations.NullMarked
package org.nafidha.agencies.internal;
