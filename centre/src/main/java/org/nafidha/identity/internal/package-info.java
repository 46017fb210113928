/** How identity keeps people and staff, signs them in and guards every address. */
@org.jspecify.annotations.NullMarked
package org.nafidha.identity.internal;
