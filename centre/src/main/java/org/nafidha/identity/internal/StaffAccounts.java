package org.nafidha.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What signing in needs of {@code identity.officer}. */
@Component
class StaffAccounts {

	/** Arrays in a record: compared by nobody. */
	@SuppressWarnings("ArrayRecordComponent")
	record Known(String id, String username, String passwordHash, boolean passwordIsNew, byte @Nullable [] totpSealed, boolean active) {
	}

	private static final String KNOWN = "select id, username, password_hash, password_is_new, totp_sealed, active from identity.officer ";

	private final JdbcClient db;

	StaffAccounts(JdbcClient db) {
		this.db = db;
	}

	Optional<Known> byUsername(String username) {
		return db.sql(KNOWN + "where username = ?").param(username).query(StaffAccounts::known).optional();
	}

	Optional<Known> byId(String id) {
		return db.sql(KNOWN + "where id = ?").param(id).query(StaffAccounts::known).optional();
	}

	/** Two changes of one account at the same moment wait for one another here. */
	Known locked(String id) {
		return db.sql(KNOWN + "where id = ? for update").param(id).query(StaffAccounts::known).single();
	}

	void changePassword(String id, String hash, boolean isNew) {
		db.sql("update identity.officer set password_hash = ?, password_is_new = ? where id = ?").params(hash, isNew, id).update();
	}

	void changeTotp(String id, byte @Nullable [] sealed) {
		db.sql("update identity.officer set totp_sealed = :sealed where id = :id").param("sealed", sealed).param("id", id)
				.update();
	}

	private static Known known(ResultSet row, int number) throws SQLException {
		return new Known(row.getString("id"), row.getString("username"), row.getString("password_hash"), row.getBoolean("password_is_new"),
				row.getBytes("totp_sealed"), row.getBoolean("active"));
	}
}
