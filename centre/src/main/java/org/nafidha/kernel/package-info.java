/** Values that every module speaks in: money, numbers, names, references, refusals. Depends on nothing. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package org.nafidha.kernel;
