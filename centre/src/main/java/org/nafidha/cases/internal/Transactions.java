package org.nafidha.cases.internal;

import java.util.function.Supplier;
import org.nafidha.kernel.Result;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An act in a transaction that leaves nothing behind when it is refused. Inside a caller's transaction only the act's own part
 * is undone (a savepoint), so that the caller can go on with the refusal.
 */
@Component
class Transactions {

	private final TransactionTemplate template;
	private final TransactionTemplate reading;

	Transactions(PlatformTransactionManager manager) {
		this.template = new TransactionTemplate(manager);
		this.template.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
		this.reading = new TransactionTemplate(manager);
		this.reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.reading.setReadOnly(true);
	}

	/** In a transaction of its own in which the database refuses to write. */
	<T> Result<T> look(Supplier<Result<T>> look) {
		return reading.execute(status -> look.get());
	}

	<T> Result<T> act(Supplier<Result<T>> act) {
		return template.execute(status -> {
			Result<T> result = act.get();
			if (result instanceof Result.Refused<T>) {
				status.setRollbackOnly();
			}
			return result;
		});
	}
}
