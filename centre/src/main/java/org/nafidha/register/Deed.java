package org.nafidha.register;

import java.time.LocalDate;
import java.util.Locale;

/** What an entry rests on. The number is only unique within its kind, issuer and year. */
public record Deed(Kind kind, String number, LocalDate date) {

	public Deed {
		if (number.isBlank() || number.length() > 40) {
			throw new IllegalArgumentException("a deed needs a number of at most 40 characters");
		}
	}

	public enum Kind {
		ALLOTMENT, SALE, GIFT, INHERITANCE, JUDGMENT, MORTGAGE_CONTRACT, COURT_ORDER, LAWSUIT_NOTICE, AGENCY_ORDER, RIGHT_CONTRACT, RELEASE;

		/** As stored and as in the message keys: {@code mortgage-contract}. */
		public String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}
	}

	/** How people cite it, without its kind: {@code 412/2011}. */
	public String citation() {
		return number + "/" + date.getYear();
	}
}
