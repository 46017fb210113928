package org.nafidha.payments.internal;

import java.util.Locale;
import java.util.Optional;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cash desks. The receipt's serial is counted in the desk's own row, so a transaction that fails gives its number back. */
@Component
class Desks {

	/** A number of a receipt, taken in the caller's transaction, which holds the desk until it ends. */
	record NextNumber(int desk, long serial) {
		String receipt() {
			return String.format(Locale.ROOT, "%d-%07d", desk, serial);
		}
	}

	private final JdbcClient db;

	Desks(JdbcClient db) {
		this.db = db;
	}

	Optional<NextNumber> next(String officer) {
		return db.sql("update payments.desk set serial = serial + 1 where officer = :officer returning number, serial").param("officer", officer)
				.query((row, n) -> new NextNumber(row.getInt("number"), row.getLong("serial"))).optional();
	}

	Optional<Integer> of(String officer) {
		return db.sql("select number from payments.desk where officer = :officer").param("officer", officer).query(Integer.class).optional();
	}

	Result<Integer> open(int number, String officer) {
		if (number < 1 || number > 99) {
			return Refusal.of("desk.unknown").asResult();
		}
		leaveOther(number, officer);
		try {
			int opened = db.sql("update payments.desk set officer = :officer where number = :number and (officer is null or officer = :officer)")
					.param("officer", officer).param("number", number).update();
			return opened == 1 ? Result.ok(number) : Refusal.of("desk.taken", "desk", Integer.toString(number)).asResult();
		} catch (DuplicateKeyException openedElsewhereMeanwhile) {
			return Refusal.of("desk.taken", "desk", Integer.toString(number)).asResult();
		}
	}

	void leave(String officer) {
		db.sql("update payments.desk set officer = null where officer = :officer").param("officer", officer).update();
	}

	private void leaveOther(int number, String officer) {
		db.sql("update payments.desk set officer = null where officer = :officer and number <> :number").param("officer", officer)
				.param("number", number)
				.update();
	}
}
