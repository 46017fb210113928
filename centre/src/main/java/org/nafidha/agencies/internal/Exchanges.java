package org.nafidha.agencies.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nafidha.agencies.internal.Exchange.State;
import org.nafidha.agencies.internal.Reply.Answer;
import org.nafidha.agencies.internal.Reply.Later;
import org.nafidha.agencies.internal.Reply.Unreachable;
import org.nafidha.agencies.internal.Reply.Unusable;
import org.nafidha.journal.Act;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks, and keeps what comes. A question is stored before it is sent and its answer before anybody acts on it, so after a crash the same
 * stay of the same case goes on with what is there. Each step is a short transaction of its own with its journal entry; nothing is held while an agency thinks.
 */
@Component
class Exchanges {

	/** Which case asks, at which stay. */
	record Stay(String key, String caseNumber) {
	}

	/** @param reused it was given to the same question of another case */
	record Given(Reply reply, boolean reused) {
	}

	private static final Actor ACTOR = new Actor.System("agencies");

	private final ExchangeStore store;
	private final Wire wire;
	private final Circuit circuit;
	private final AnswerReader reader;
	private final Asking asking;

	/** What is needed to ask and to write it down. */
	@Component
	record Asking(AgencyKeys keys, AgencySettings settings, Journal journal, PlatformTransactionManager manager) {

		TransactionTemplate transaction() {
			return new TransactionTemplate(manager);
		}
	}

	Exchanges(ExchangeStore store, Wire wire, Circuit circuit, AnswerReader reader, Asking asking) {
		this.store = store;
		this.wire = wire;
		this.circuit = circuit;
		this.reader = reader;
		this.asking = asking;
	}

	/**
	 * The answer to the stay's question: the one that is stored, one to the same question of another case that is young enough, or a fresh one.
	 *
	 * @param validForDays how old another case's answer may be; 0: none
	 */
	Given answer(AgencyService service, Stay stay, String subject, String purpose, int validForDays) {
		Optional<Exchange> stored = store.byVisit(stay.key());
		if (stored.isPresent() && stored.get().state() == State.OVER) {
			return new Given(new Unreachable("over"), false);
		}
		if (stored.isPresent() && !stored.get().open()) {
			return new Given(read(service, subject, stored.get()), false);
		}
		byte[] sameAs = Question.sameAs(service, subject);
		if (stored.isEmpty() && validForDays > 0) {
			Optional<Exchange> earlier = store.reusable(sameAs, validForDays);
			if (earlier.isPresent() && read(service, subject, earlier.get()) instanceof Answer answer) {
				tell("agency.answer-reused", stay.caseNumber(), service, Map.of("first", earlier.get().caseNumber()));
				return new Given(answer, true);
			}
		}
		Exchange exchange = stored.orElseGet(() -> opened(service, stay, subject, purpose, sameAs));
		return new Given(ask(service, exchange, subject), false);
	}

	private Exchange opened(AgencyService service, Stay stay, String subject, String purpose, byte[] sameAs) {
		Question question = question(service, UUID.randomUUID().toString(), stay.caseNumber(), subject, Question.body(service, subject, purpose));
		asking.transaction().executeWithoutResult(status -> {
			if (store.insert(question, stay.key(), sameAs)) {
				journal("agency.asked", stay.caseNumber(), service, Map.of("question", Question.hash(question.body())));
			}
		});
		return store.byVisit(stay.key()).orElseThrow();
	}

	private Reply ask(AgencyService service, Exchange exchange, String subject) {
		if (!circuit.lets(service.agency())) {
			store.unreachable(exchange.id(), "spared");
			return new Unreachable("spared");
		}
		long start = System.nanoTime();
		Reply reply = sent(service, exchange, subject);
		long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
		if (reply instanceof Answer answer
				&& !keep(service, exchange, exchange.wireId(), answer, answer.answered() ? State.ANSWERED : State.REFUSED, millis)) {
			return read(service, subject, store.byVisit(exchange.visitKey()).orElseThrow());
		}
		if (reply instanceof Later) {
			store.awaited(exchange.id());
		}
		return reply;
	}

	/** Asks for an answer that was promised. One that comes is for the caller to take; the question and its id are those that were accepted. */
	Reply remind(AgencyService service, Exchange exchange) {
		if (!circuit.lets(service.agency())) {
			store.postponed(exchange.id(), 0);
			return new Unreachable("spared");
		}
		Reply reply = sent(service, exchange, service.subjectOf(exchange.request()));
		if (reply instanceof Later) {
			store.promisedAgain(exchange.id());
		}
		return reply;
	}

	/** Only an agency that cannot be reached, or that says itself that it is ill, is spared: one bad question must not cut off all the others. */
	private Reply sent(AgencyService service, Exchange exchange, String subject) {
		Reply reply = wire.ask(question(service, exchange.wireId(), exchange.caseNumber(), subject, exchange.request()));
		switch (reply) {
			case Answer answer -> circuit.answered(service.agency());
			case Later later -> circuit.answered(service.agency());
			case Unreachable unreachable -> {
				if (unreachable.ill()) {
					circuit.failed(service.agency());
				} else {
					circuit.answered(service.agency());
				}
				store.unreachable(exchange.id(), unreachable.fault());
			}
			case Unusable unusable -> {
				circuit.answered(service.agency());
				reject(service, exchange, unusable);
			}
		}
		return reply;
	}

	/**
	 * Stores the answer as part of the caller's transaction, or in one of its own; false when there is one already, which counts.
	 *
	 * @param wireId the id of the exchange that was answered, perhaps an earlier one than its last
	 */
	boolean keep(AgencyService service, Exchange exchange, String wireId, Answer answer, State state, @Nullable Long millis) {
		return Boolean.TRUE.equals(asking.transaction().execute(status -> {
			Optional<State> kept = store.answered(wireId, answer, state, millis);
			kept.ifPresent(now -> journal(switch (now) {
				case ANSWERED -> "agency.answered";
				case LATE -> "agency.answer-late";
				default -> "agency.refused";
			}, exchange.caseNumber(), service, Map.of("answer", Question.hash(answer.bytes()), "reference", answer.reference())));
			return kept.isPresent();
		}));
	}

	void reject(AgencyService service, Exchange exchange, Unusable unusable) {
		asking.transaction().executeWithoutResult(status -> {
			store.rejected(exchange.id(), unusable);
			journal("agency.answer-rejected", exchange.caseNumber(), service,
					Map.of("fault", unusable.fault().code(), "answer", Question.hash(unusable.bytes())));
		});
	}

	/** The question of an exchange as it was sent last. */
	Question question(AgencyService service, String wireId, String caseNumber, String subject, byte[] body) {
		String signed = Question.signed(service, asking.settings().client(), wireId, caseNumber, body);
		return new Question(wireId, service, caseNumber, subject, body, asking.keys().sign(signed));
	}

	/** What is stored was checked when it came; its signature is checked again all the same. */
	private Reply read(AgencyService service, String subject, Exchange stored) {
		Question question = question(service, stored.answeredWireId(), stored.caseNumber(), subject, stored.request());
		return reader.read(question, java.util.Objects.requireNonNull(stored.answer()), java.util.Objects.requireNonNull(stored.answerSignature()));
	}

	private void tell(String kind, String caseNumber, AgencyService service, Map<String, ?> facts) {
		asking.transaction().executeWithoutResult(status -> journal(kind, caseNumber, service, facts));
	}

	private void journal(String kind, String caseNumber, AgencyService service, Map<String, ?> more) {
		Map<String, Object> facts = new LinkedHashMap<>(more);
		facts.put("agency", service.agency());
		facts.put("service", service.id());
		asking.journal().append(new Act(kind, caseNumber, ACTOR, facts));
	}
}
