package org.nafidha.register.internal;

import java.time.LocalDate;
import java.util.List;
import org.nafidha.kernel.PropertyRef;
import org.nafidha.register.Violation;
import org.nafidha.register.Violations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class RecordedViolations implements Violations {

	private static final int MOST = 200;

	private final JdbcClient db;

	RecordedViolations(JdbcClient db) {
		this.db = db;
	}

	@Override
	public List<Violation> of(PropertyRef property) {
		return db.sql("""
				select zone, parcel, section, kind, decision, decided_on, status, unclear from register.violation
				where zone = :zone and parcel = :parcel and (cast(:section as text) is null or section is null or section = :section)
				order by decided_on desc nulls last, id limit :most""").param("zone", property.zone()).param("parcel", property.parcel())
				.param("section", property.section()).param("most", MOST)
				.query((r, i) -> new Violation(SheetReader.property(r), Codes.read(Violation.Kind.class, r.getString("kind")),
						r.getString("decision"),
						r.getObject("decided_on", LocalDate.class), Codes.read(Violation.Status.class, r.getString("status")),
						r.getBoolean("unclear")))
				.list();
	}
}
