package org.nafidha.payments.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nafidha.kernel.Money;
import org.nafidha.payments.Charge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The books. What is charged is owed to us (a debit of {@code receivable}) and belongs to the council or the treasury (credits); what
 * is paid moves from receivable to the desk's cash; what lapses is taken back. The database refuses a booking that does not balance.
 */
@Component
class Ledger {

	private static final String RECEIVABLE = "receivable";

	private final JdbcClient db;

	Ledger(JdbcClient db) {
		this.db = db;
	}

	void charged(Charge charge, Instant at) {
		Map<String, Long> postings = new LinkedHashMap<>();
		postings.put(RECEIVABLE, charge.total().minorUnits());
		credits(charge.lines()).forEach((account, amount) -> postings.put(account, -amount));
		book("charged", charge, postings, at);
	}

	void paid(Charge charge, int desk, Instant at) {
		long total = charge.total().minorUnits();
		book("paid", charge, Map.of("cash/" + desk, total, RECEIVABLE, -total), at);
	}

	void lapsed(Charge charge, Instant at) {
		Map<String, Long> postings = new LinkedHashMap<>(credits(charge.lines()));
		postings.put(RECEIVABLE, -charge.total().minorUnits());
		book("lapsed", charge, postings, at);
	}

	private void book(String kind, Charge charge, Map<String, Long> postings, Instant at) {
		db.sql("""
				with booking as (
				  insert into payments.booking (kind, charge, at) values (:kind, :charge, :at) returning id
				)
				insert into payments.posting (booking, account, amount, currency)
				select booking.id, p.account, p.amount, :currency from booking, unnest(:accounts, :amounts) as p(account, amount) where p.amount <> 0
				""").param("kind", kind).param("charge", charge.id()).param("at", Timestamp.from(at)).param("currency", currency(charge.total()))
				.param("accounts", postings.keySet().toArray(String[]::new)).param("amounts", postings.values().toArray(Long[]::new)).update();
	}

	private static Map<String, Long> credits(List<Charge.Line> lines) {
		Map<String, Long> credits = new LinkedHashMap<>();
		lines.forEach(line -> credits.merge(line.account(), line.amount().minorUnits(), Math::addExact));
		return credits;
	}

	private static String currency(Money money) {
		return money.currency().getCurrencyCode();
	}
}
