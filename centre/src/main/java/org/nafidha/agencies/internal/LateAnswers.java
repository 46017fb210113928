package org.nafidha.agencies.internal;

import java.util.Optional;
import java.util.Set;
import org.nafidha.agencies.internal.AgencyConfiguration.Services;
import org.nafidha.agencies.internal.Exchange.State;
import org.nafidha.agencies.internal.Reply.Answer;
import org.nafidha.agencies.internal.Reply.Unusable;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes answers that come after the question was accepted. The answer and what the case makes of it are one transaction: an agency that got
 * no receipt sends again, and the second time nothing happens. The case is locked before the question, as by whatever ends a step: the other way
 * round the two could wait for each other.
 */
@Component
class LateAnswers {

	/** What the engine says when the case no longer waits at that stay. */
	private static final Set<String> GONE_ON = Set.of("step.closed", "case.unknown");
	private static final Logger LOG = LoggerFactory.getLogger(LateAnswers.class);

	private final Services services;
	private final ExchangeStore store;
	private final Exchanges exchanges;
	private final AnswerReader reader;
	private final Cases cases;
	private final TransactionTemplate transaction;

	LateAnswers(Services services, ExchangeStore store, Exchanges exchanges, AnswerReader reader, Cases cases, TransactionTemplate transaction) {
		this.services = services;
		this.store = store;
		this.exchanges = exchanges;
		this.reader = reader;
		this.cases = cases;
		this.transaction = transaction;
	}

	enum Receipt {
		TAKEN, UNKNOWN, REJECTED,
		/** Nothing is wrong with it, but the case cannot go on just now: nothing of it is kept, and it is asked for again. */
		NOT_NOW
	}

	Receipt take(String wireId, String signature, byte[] body) {
		return transaction.execute(status -> take(store.byId(Exchange.idOf(wireId)), wireId, signature, body));
	}

	private Receipt take(Optional<Exchange> found, String wireId, String signature, byte[] body) {
		if (found.isEmpty() || found.get().state() == State.ASKED && found.get().lastTry() == null) {
			return Receipt.UNKNOWN;
		}
		Exchange exchange = found.get();
		AgencyService service = services.of(exchange);
		Question question = exchanges.question(service, wireId, exchange.caseNumber(), service.subjectOf(exchange.request()), exchange.request());
		return switch (reader.read(question, body, signature)) {
			case Answer answer when exchange.open() -> taken(service, exchange, wireId, answer);
			case Answer tooLate when exchange.state() == State.OVER -> {
				exchanges.keep(service, exchange, wireId, tooLate, State.LATE, null);
				yield Receipt.TAKEN;
			}
			case Answer repeated -> Receipt.TAKEN;
			case Unusable unusable -> {
				if (unusable.fault() != Reply.Fault.SIGNATURE && wireId.equals(exchange.wireId()) && exchange.open()) {
					exchanges.reject(service, exchange, unusable);
				}
				yield Receipt.REJECTED;
			}
			case Reply.Later later -> throw new IllegalStateException("an answer was read as none");
			case Reply.Unreachable unreachable -> throw new IllegalStateException("an answer was read as none");
		};
	}

	/** When the case no longer waits, the answer is kept as late and not used. */
	private Receipt taken(AgencyService service, Exchange exchange, String wireId, Answer answer) {
		var done = AgencyAutomation.done(service, answer, false);
		Result<CaseFile> moved = cases.completeAutomation(exchange.visitKey(), done.outcome(), done.outputs(), new Actor.System(service.agency()));
		if (moved instanceof Result.Refused<CaseFile>(Refusal refusal) && !GONE_ON.contains(refusal.code())) {
			LOG.warn("{} was answered, but the case did not move on: {}", exchange.visitKey(), refusal.code());
			return Receipt.NOT_NOW;
		}
		State state = moved instanceof Result.Refused<CaseFile> ? State.LATE : answer.answered() ? State.ANSWERED : State.REFUSED;
		exchanges.keep(service, exchange, wireId, answer, state, null);
		return Receipt.TAKEN;
	}
}
