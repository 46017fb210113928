package org.nafidha.identity;

import java.util.Optional;
import org.nafidha.kernel.NationalNumber;

/** Citizens, by id and by national number. */
public interface People {

	Optional<Person> byId(String personId);

	Optional<Person> byNationalNumber(NationalNumber number);
}
