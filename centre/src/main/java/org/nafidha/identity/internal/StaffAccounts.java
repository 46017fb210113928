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

	/** @param step of the code that proved the secret, which is not accepted again */
	void changeTotp(String id, byte[] sealed, long step) {
		db.sql("update identity.officer set totp_sealed = ?, totp_last_step = ? where id = ?").params(sealed, step, id).update();
	}

	void forgetTotp(String id) {
		db.sql("update identity.officer set totp_sealed = null, totp_last_step = null where id = ?").param(id).update();
	}

	private static Known known(ResultSet row, int number) throws SQLException {
		return new Known(row.getString("id"), row.getString("username"), row.getString("password_hash"), row.getBoolean("password_is_new"),
				row.getBytes("totp_sealed"), row.getBoolean("active"));
	}
}
