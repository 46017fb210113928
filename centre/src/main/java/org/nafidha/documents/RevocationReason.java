package org.nafidha.documents;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a document may be revoked; nothing else is a reason. The words for it stand in the messages under {@link #textKey()}. */
public enum RevocationReason {
	ISSUED_IN_ERROR, WRONG_DATA, DECEIT, REPLACED, COURT_ORDER;

	/** As written in forms, tables and the journal: {@code court-order}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	public String textKey() {
		return "documents.revoked." + code();
	}

	public static Optional<RevocationReason> of(String code) {
		return Arrays.stream(values()).filter(reason -> reason.code().equals(code)).findFirst();
	}
}
