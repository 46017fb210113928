/** How messages are kept, sent and tried again. */
@org.jspecify.annotations.NullMarked
package org.nafidha.notifications.internal;
