package org.nafidha.console.internal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Result;
import org.nafidha.web.Form;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Acts that must happen once however often their form is sent: the key of the form is kept with the act, in one transaction. */
@Component
class AnsweredForms {

	private static final Duration KEPT = Duration.ofDays(7);

	/**
	 * What came of a form.
	 *
	 * @param subject what was changed: an officer's id, a unit's code
	 * @param secret a password, the first time; null when the form had been answered before, and for acts without one
	 */
	record Answer(String subject, @Nullable String secret) {
	}

	private final JdbcClient db;
	private final TransactionTemplate transaction;
	private final InstantSource clock;

	AnsweredForms(JdbcClient db, TransactionTemplate transaction, InstantSource clock) {
		this.db = db;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** The key that the page gave the form; a fresh one for a form that came without, which is then an act of its own each time. */
	static String key(Form form) {
		String given = form.value("key");
		return given.isBlank() ? UUID.randomUUID().toString() : given;
	}

	/** Does the act unless the form was answered before; a form that is being answered just now is waited for. A refused act leaves no trace. */
	Result<Answer> once(String key, SignedIn.Staff by, Supplier<Result<Answer>> act) {
		return java.util.Objects.requireNonNull(transaction.execute(status -> {
			if (!claim(key, by)) {
				return Result.ok(new Answer(subject(key, by), null));
			}
			Result<Answer> result = act.get();
			if (result instanceof Result.Ok<Answer>(Answer answer)) {
				keep(key, by, answer.subject());
			} else {
				status.setRollbackOnly();
			}
			return result;
		}));
	}

	private boolean claim(String key, SignedIn.Staff by) {
		Timestamp now = Timestamp.from(clock.instant());
		db.sql("delete from console.answered_form where at < ?").param(Timestamp.from(clock.instant().minus(KEPT))).update();
		return db.sql("insert into console.answered_form (officer, request_key, at) values (?, ?, ?) on conflict do nothing")
				.params(by.officerId(), key, now).update() == 1;
	}

	private void keep(String key, SignedIn.Staff by, String subject) {
		db.sql("update console.answered_form set subject = ? where officer = ? and request_key = ?").params(subject, by.officerId(), key).update();
	}

	private String subject(String key, SignedIn.Staff by) {
		return db.sql("select subject from console.answered_form where officer = ? and request_key = ?").params(by.officerId(), key)
				.query(String.class).single();
	}
}
