package org.nafidha.bench.crash;

import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the centre has said yes to, and what it had not answered when it was killed. Thread-safe. */
final class Acknowledged {

	/** Something sent without an answer: sent once more it has to succeed, and a second time to change nothing. */
	interface Repetition {
		void sendAgain() throws Exception;
	}

	/** Numbers of cases, with the national number of whose they are. */
	final Map<String, String> cases = new ConcurrentHashMap<>();
	/** Charges whose money was taken. */
	final Set<String> payments = ConcurrentHashMap.newKeySet();
	/** Numbers of receipts that were shown, with the charge each is for. */
	final Map<String, String> receipts = new ConcurrentHashMap<>();
	final Queue<Repetition> unanswered = new ConcurrentLinkedQueue<>();

	@Override
	public String toString() {
		return cases.size() + " cases, " + payments.size() + " payments, " + receipts.size() + " receipts acknowledged, " + unanswered.size()
				+ " requests without an answer";
	}
}
