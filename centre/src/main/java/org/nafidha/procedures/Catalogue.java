package org.nafidha.procedures;

import java.util.List;
import org.nafidha.kernel.LocalizedText;

/** The published services as people look for them. Thread-safe. */
public interface Catalogue {

	/** Sections that have a service, in order. A service stands in one section. */
	List<Section> sections();

	/** @param procedures newest published versions, in the order of the section */
	record Section(String id, LocalizedText title, List<Procedure> procedures) {
	}
}
