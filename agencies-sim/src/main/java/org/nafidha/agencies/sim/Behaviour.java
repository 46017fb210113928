package org.nafidha.agencies.sim;

import java.util.Arrays;
import java.util.Locale;

/** How one body treats one question. All but the first are what real bodies have been seen to do. */
public enum Behaviour {
	/** Answers at once, or later where the body always does. */
	USUAL,
	/** The right answer, seconds later than usual. */
	SLOW,
	/** 503 without a signature. */
	DOWN,
	/** Takes the question and says nothing for as long as the connection lasts, at most five minutes. */
	SILENT,
	/** The right answer, a byte every 200 ms. */
	DRIPPING,
	/** 200, signed, and no JSON. */
	GARBAGE,
	/** Signed, with every value of another type than promised. */
	WRONG_TYPES,
	/** The right answer under a signature of something else. */
	WRONG_SIGNATURE,
	/** Signed, about somebody else than was asked. */
	OTHER_PERSON,
	/** 202, and the right answer is delivered later. */
	LATE,
	/** As {@link #LATE}, and delivered once more after it was taken. */
	TWICE,
	/** Signed: it has nothing to tell. */
	REFUSED,
	/** 200 and a body of 50 MB. */
	HUGE;

	/** As in options: {@code wrong-types}. */
	String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static Behaviour of(String word) {
		return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst().orElseThrow(() -> new IllegalArgumentException(
				"there is no behaviour '" + word + "'; there are " + String.join(", ", Arrays.stream(values()).map(Behaviour::word).toList())));
	}

	boolean promises() {
		return this == LATE || this == TWICE;
	}
}
