/** How the portal works. */
@org.jspecify.annotations.NullMarked
package org.nafidha.portal.internal;
