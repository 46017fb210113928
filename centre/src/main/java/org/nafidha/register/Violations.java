package org.nafidha.register;

import java.util.List;
import org.nafidha.kernel.PropertyRef;

/** Building violations on record. Thread-safe. */
public interface Violations {

	/**
	 * Those that a statement about the property must name: of a section, its own and those of the whole parcel it stands
	 * on; of a parcel, all of them. Newest decision first, undated ones last; at most 200.
	 */
	List<Violation> of(PropertyRef property);
}
