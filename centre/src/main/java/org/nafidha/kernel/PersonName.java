package org.nafidha.kernel;

import org.jspecify.annotations.Nullable;

/** A person's name as Syrian registers write it: given name, family name, father's name, and the mother's where known. */
public record PersonName(String given, String family, String father, @Nullable String mother) {

	/** Given, father, family: the order of everyday use. */
	public String full() {
		return given + " " + father + " " + family;
	}

	/** What a name is searched by; see {@link NameKey}. */
	public String searchKey() {
		return NameKey.of(full());
	}
}
