package org.nafidha.payments.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.Money;
import org.nafidha.payments.Charge;
import org.nafidha.payments.Receipt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of charges and receipts. */
@Component
class ChargeStore {

	private static final String CHARGE = """
			select c.*, r.number as receipt from payments.charge c left join payments.receipt r on r.charge = c.id
			""";

	private record StoredLine(String fee, String ar, String en, long amount, String account) {
	}

	private final JdbcClient db;
	private final JsonMapper json;

	ChargeStore(JdbcClient db, JsonMapper json) {
		this.db = db;
		this.json = json;
	}

	/** False if the charge is there already. */
	boolean insert(Charge charge) {
		List<StoredLine> lines = charge.lines().stream()
				.map(line -> new StoredLine(line.fee(), line.title().ar(), line.title().en(), line.amount().minorUnits(), line.account())).toList();
		return db.sql("""
				insert into payments.charge (id, case_number, lines, total, currency, state, at)
				values (:id, :case, cast(:lines as jsonb), :total, :currency, :state, :at) on conflict (id) do nothing
				""").param("id", charge.id()).param("case", charge.caseNumber()).param("lines", json.writeValueAsString(lines))
				.param("total", charge.total().minorUnits()).param("currency", charge.total().currency().getCurrencyCode())
				.param("state", charge.state().name()).param("at", Timestamp.from(charge.at())).update() == 1;
	}

	/** True for the one caller who moves the charge out of {@code DUE}. */
	boolean settle(String id, Charge.State state) {
		return db.sql("update payments.charge set state = :state where id = :id and state = 'DUE'").param("state", state.name()).param("id", id)
				.update() == 1;
	}

	Optional<Charge> find(String id) {
		return db.sql(CHARGE + "where c.id = :id").param("id", id).query(this::charge).optional();
	}

	List<Charge> of(String caseNumber) {
		return db.sql(CHARGE + "where c.case_number = :case order by c.at").param("case", caseNumber).query(this::charge).list();
	}

	void insert(Receipt r, String key) {
		db.sql("""
				insert into payments.receipt (number, charge, case_number, request_key, amount, received, currency, desk, cashier, at, entry)
				values (:number, :charge, :case, :key, :amount, :received, :currency, :desk, :cashier, :at, :entry)
				""").param("number", r.number()).param("charge", r.charge()).param("case", r.caseNumber()).param("key", key)
				.param("amount", r.amount().minorUnits()).param("received", r.received().minorUnits())
				.param("currency", r.amount().currency().getCurrencyCode()).param("desk", r.desk()).param("cashier", r.cashier())
				.param("at", Timestamp.from(r.at())).param("entry", r.entry()).update();
	}

	Optional<Receipt> receipt(String number) {
		return db.sql("select * from payments.receipt where number = :number").param("number", number).query(ChargeStore::receipt).optional();
	}

	Optional<Receipt> receiptByKey(String key) {
		return db.sql("select * from payments.receipt where request_key = :key").param("key", key).query(ChargeStore::receipt).optional();
	}

	private Charge charge(ResultSet row, int n) throws SQLException {
		Currency currency = Currency.getInstance(row.getString("currency"));
		List<StoredLine> lines = json.readValue(row.getString("lines"), new TypeReference<List<StoredLine>>() {
		});
		return new Charge(row.getString("id"), row.getString("case_number"),
				lines.stream().map(l -> new Charge.Line(l.fee, new LocalizedText(l.ar, l.en), new Money(l.amount, currency), l.account)).toList(),
				new Money(row.getLong("total"), currency), Charge.State.valueOf(row.getString("state")), row.getTimestamp("at").toInstant(),
				row.getString("receipt"));
	}

	private static Receipt receipt(ResultSet row, int n) throws SQLException {
		Currency currency = Currency.getInstance(row.getString("currency"));
		Money amount = new Money(row.getLong("amount"), currency);
		Money received = new Money(row.getLong("received"), currency);
		return new Receipt(row.getString("number"), row.getString("charge"), row.getString("case_number"), amount, received, received.minus(amount),
				row.getInt("desk"), row.getString("cashier"), row.getTimestamp("at").toInstant(), row.getLong("entry"));
	}
}
