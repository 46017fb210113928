package org.nafidha.register;

import java.util.List;
import java.util.Optional;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.PropertyRef;
import org.nafidha.kernel.Result;

/** The register of property in zones that the land register has not reached yet, as it stands now. Thread-safe. */
public interface TemporaryRegister {

	/** What the book says of a property at this moment, read in one consistent glance. */
	Optional<Sheet> sheet(PropertyRef property);

	Optional<Sheet> byNumber(String sheetNumber);

	/** What a person owns now, in order of sheet number; at most 500. */
	List<Holding> sheetsOf(String personId);

	/**
	 * The alphabetical index (الفهرس الهجائي): current owners whose name has every word of the given one, in any spelling
	 * and order, sorted by name; at most 100. Whether the reader may ask is the caller's to decide; that they asked, and for
	 * what purpose, is written to the journal. Must be called in a transaction.
	 *
	 * @param purpose why, in the reader's words or a code; refused when blank ({@code register.purpose-missing})
	 */
	Result<List<IndexEntry>> alphabeticalIndex(String name, SignedIn reader, String purpose);
}
