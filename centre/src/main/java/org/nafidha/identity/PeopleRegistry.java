package org.nafidha.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.Result;

/** Where people become known to the centre. In a demonstration every person added is marked as invented. Thread-safe. */
public interface PeopleRegistry {

	/** Adds one person in the caller's transaction or its own; refused as {@code person.number-taken} when the number is known already. */
	Result<Person> add(Person person);

	/**
	 * Adds many people at once (30,000 in under three seconds), in the caller's transaction or its own. People whose id
	 * or national number is known already are left as they are, so it may be repeated.
	 *
	 * @return how many were added
	 */
	int addAll(List<Person> people);

	/** Changes where codes and messages reach a person; null clears. Throws {@link IllegalArgumentException} for an unknown person. */
	void changeContact(String personId, @Nullable String mobile, @Nullable String email);
}
