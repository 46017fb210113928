@org.jspecify.annotations.NullMarked
package org.nafidha.register.internal;
