package org.nafidha.documents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.journal.EntryId;
import org.nafidha.kernel.LocalizedText;

/** What can be said of something that claims to be a document of this city. Each case has its own plain answer. */
public sealed interface Verdict {

	/** The register knows it, and it is valid. */
	record Genuine(Facts facts) implements Verdict {
	}

	/** It was issued as it is, and is no longer valid. */
	record Revoked(Facts facts, Instant at, LocalizedText reason) implements Verdict {
	}

	/** It was issued as it is for a certain time, which is over: after {@link Facts#lastMoment()}. */
	record Expired(Facts facts) implements Verdict {
	}

	/** It carries the city's number, code or seal, and is not what was issued. What was issued, where that is known. */
	record Altered(Alteration what, Optional<Facts> issued) implements Verdict {
	}

	/** Well-formed, and this city has issued nothing of the kind. */
	record Unknown(Claim claim) implements Verdict {
	}

	/** Nothing that could be verified. */
	record Unreadable(Defect defect) implements Verdict {
	}

	/** How a document differs from what was issued. */
	enum Alteration {
		/** The file is not, byte for byte, the one that was sealed. */
		FILE,
		/** The code's signature does not belong to its content. */
		CODE,
		/** The code is signed, but says something else than the register. */
		CODE_AGAINST_REGISTER
	}

	/** What was asked about. */
	enum Claim {
		NUMBER, FILE, CODE
	}

	enum Defect {
		EMPTY, TOO_LARGE, NOT_A_PDF, BROKEN_PDF, NOT_A_NUMBER, NOT_A_CODE
	}

	/**
	 * What may be told about a document.
	 *
	 * @param lastMoment of the last day on which it holds; null: without end
	 * @param fields its key fields, only for somebody who showed the document or its code; a number alone tells none
	 * @param demo issued by a demonstration centre
	 */
	record Facts(String number, LocalizedText title, Instant issuedAt, @Nullable Instant lastMoment, EntryId entry, List<IssuedDocument.Field> fields,
			boolean demo) {

		public Facts {
			fields = List.copyOf(fields);
		}
	}
}
