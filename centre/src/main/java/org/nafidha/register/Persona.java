package org.nafidha.register;

import org.nafidha.identity.Person;
import org.nafidha.kernel.PropertyRef;

/**
 * An invented person of the demonstration city whom one can sign in as, with a property that shows one thing.
 *
 * @param key what it shows: {@code sole-owner}, {@code heir-of-seven}, {@code unverified-sheet}, {@code with-violations},
 *            {@code mortgaged}; in words under the text {@code register.persona.<key>}
 */
public record Persona(String key, Person person, String sheetNumber, PropertyRef property) {
}
