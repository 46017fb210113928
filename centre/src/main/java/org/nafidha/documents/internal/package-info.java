/** Issues, registers, seals, revokes and verifies; the page itself is set in {@code documents.paper}. */
@org.jspecify.annotations.NullMarked
package org.nafidha.documents.internal;
