/** {@code ./nafidha demo}: the centre's main job at the real screens, from two requests to two verified documents. */
@org.jspecify.annotations.NullMarked
package org.nafidha.bench.demo;
