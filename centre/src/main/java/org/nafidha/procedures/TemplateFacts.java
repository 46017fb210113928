package org.nafidha.procedures;

import java.util.Optional;
import java.util.Set;

/** What the checks need to know of document templates; implemented by whoever prints documents. */
public interface TemplateFacts {

	/** Names that the template prints and that neither every document has nor the capability works out by itself; empty if there is none such template. */
	Optional<Set<String>> wanted(String template);
}
