package org.nafidha.agencies.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question and what has come of it.
 *
 * @param visitKey the stay of the case that asks
 * @param rejections how many answers could not be used; each is asked for again under an id of its own
 * @param answer bytes as they came; null while there is none
 * @param answeredId the id that the answer was given to and signed with; null while there is none, and for answers from before it was kept
 */
record Exchange(String id, String visitKey, String caseNumber, String agency, String service, byte[] request, State state,
		@Nullable Instant unreachableSince, @Nullable Instant lastTry, Instant askedAt, byte @Nullable [] answer, @Nullable String answerSignature,
		int rejections, @Nullable String answeredId) {

	enum State {
		ASKED, AWAITED, ANSWERED, REFUSED, LATE, OVER
	}

	/** {@code X-Road-Id} of the next try. */
	String wireId() {
		return rejections == 0 ? id : id + "." + rejections;
	}

	/** {@code X-Road-Id} of the try that was answered: not always the last one. */
	String answeredWireId() {
		return answeredId == null ? wireId() : answeredId;
	}

	/** Id of the exchange that a try belongs to. */
	static String idOf(String wireId) {
		int dot = wireId.indexOf('.');
		return dot < 0 ? wireId : wireId.substring(0, dot);
	}

	boolean open() {
		return state == State.ASKED || state == State.AWAITED;
	}
}
