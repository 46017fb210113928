package org.nafidha.documents.internal;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nafidha.documents.internal.CityKeys.Pair;
import org.springframework.stereotype.Component;

/**
 * Which keys sign a document: those in use when it is registered, chosen once and written down with it. However late it is sealed, also
 * when the keys were replaced in between, they sign it: a newer key's time does not cover the document's date, and nobody would believe it.
 */
@Component
class KeyRing {

	private final CityKeys keys;
	private final KeyRegister register;

	/** Names of keys, as the register of keys has them. */
	record Chosen(String seal, String code) {
	}

	/** The keys themselves. */
	record Signers(Pair seal, Pair code) {
	}

	KeyRing(CityKeys keys, KeyRegister register) {
		this.keys = keys;
		this.register = register;
	}

	/**
	 * The keys for a document of this date. Throws {@link IllegalStateException} in words for the operator when they must not sign: expired,
	 * not valid yet, or replaced by a node that was started with others.
	 */
	Chosen choose(Instant at) {
		for (Pair pair : List.of(keys.seal(), keys.code())) {
			if (!pair.covers(at)) {
				throw new IllegalStateException("the certificate of key " + pair.name() + " is not valid on " + at + ": nothing is issued with it. "
						+ "Replace seal and code key (docs/keys.md)");
			}
			if (!register.isInUse(pair.name())) {
				throw new IllegalStateException("another node was started with other keys: this one must be started again before it issues documents "
						+ "(docs/keys.md)");
			}
		}
		return new Chosen(keys.seal().name(), keys.code().name());
	}

	/** The keys of a registered document. Throws {@link IllegalStateException} in words for the operator when they are no longer here. */
	Signers of(StoredDocument stored) {
		return new Signers(one(stored, keys.seal(), keys.former().seals(), stored.keys() == null ? null : stored.keys().seal()),
				one(stored, keys.code(), keys.former().codes(), stored.keys() == null ? null : stored.keys().code()));
	}

	/** Documents that were registered before keys were written down with them go by their date. */
	private static Pair one(StoredDocument stored, Pair inUse, List<Pair> former, @Nullable String name) {
		Instant at = stored.document().issuedAt();
		return Stream.concat(Stream.of(inUse), former.stream()).filter(pair -> pair.covers(at) && (name == null || name.equals(pair.name())))
				.findFirst()
				.orElseThrow(() -> new IllegalStateException("document " + stored.document().number() + " is to be signed with the key "
						+ (name == null ? "of " + at : name) + ", which is not here: put it back as a former key (docs/keys.md)"));
	}
}
