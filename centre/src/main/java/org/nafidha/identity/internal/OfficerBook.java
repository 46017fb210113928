package org.nafidha.identity.internal;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nafidha.identity.Officer;
import org.nafidha.identity.Role;
import org.nafidha.journal.Act;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes officers and their roles. Every change of power is an act in the journal; all methods need the caller's transaction. */
@Component
class OfficerBook {

	/** A new officer; the password has been hashed, the TOTP secret sealed, or is null until the officer enrols. */
	record NewOfficer(String id, String username, LocalizedText name, String unit, String passwordHash, byte @Nullable [] totpSealed,
			boolean passwordIsNew, boolean present, boolean invented) {
	}

	private final JdbcClient db;
	private final InstantSource clock;
	private final Journal journal;

	OfficerBook(JdbcClient db, InstantSource clock, Journal journal) {
		this.db = db;
		this.clock = clock;
		this.journal = journal;
	}

	/** Adds the officer unless the username is taken. */
	boolean add(NewOfficer officer, Actor by) {
		int added = db.sql("""
				insert into identity.officer (id, username, name_ar, name_en, unit, password_hash, password_is_new, totp_sealed, present, invented)
				values (:id, :username, :ar, :en, :unit, :hash, :new, :totp, :present, :invented)
				on conflict (username) do nothing
				""").param("id", officer.id()).param("username", officer.username()).param("ar", officer.name().ar()).param("en", officer.name().en())
				.param("unit", officer.unit()).param("hash", officer.passwordHash()).param("new", officer.passwordIsNew())
				.param("totp", officer.totpSealed()).param("present", officer.present()).param("invented", officer.invented()).update();
		if (added == 1) {
			write("officer.added", officer.id(), by, Map.of("unit", officer.unit()));
		}
		return added == 1;
	}

	/** Grants the role unless the officer has it. */
	boolean grant(String officerId, Role role, Actor by) {
		int granted = db.sql("""
				insert into identity.officer_role (officer, role, granted_at, granted_by) values (?, ?, ?, ?) on conflict do nothing
				""").params(officerId, role.code(), Timestamp.from(clock.instant()), by.text()).update();
		if (granted == 1) {
			write("role.granted", officerId, by, Map.of("role", role.code()));
		}
		return granted == 1;
	}

	/** Takes the role away if the officer has it. */
	boolean revoke(String officerId, Role role, Actor by) {
		int revoked = db.sql("delete from identity.officer_role where officer = ? and role = ?").params(officerId, role.code()).update();
		if (revoked == 1) {
			write("role.revoked", officerId, by, Map.of("role", role.code()));
		}
		return revoked == 1;
	}

	void move(Officer officer, String unit, String why, Actor by) {
		db.sql("update identity.officer set unit = ? where id = ?").params(unit, officer.id()).update();
		write("officer.moved", officer.id(), by, Map.of("from", officer.unit(), "to", unit, "why", why));
	}

	void changePresence(String officerId, boolean present, Actor by) {
		int changed = db.sql("""
				update identity.officer set present = :present, absent_since = :since where id = :id and present <> :present
				""").param("present", present).param("since", present ? null : Timestamp.from(clock.instant()), java.sql.Types.TIMESTAMP)
				.param("id", officerId).update();
		if (changed == 1) {
			write(present ? "officer.present" : "officer.absent", officerId, by);
		}
	}

	void changeActive(String officerId, boolean active, Actor by) {
		int changed = db.sql("update identity.officer set active = ? where id = ? and active <> ?").params(active, officerId, active).update();
		if (changed == 1) {
			write(active ? "officer.opened" : "officer.closed", officerId, by);
		}
	}

	void write(String kind, String officerId, Actor by) {
		write(kind, officerId, by, Map.of());
	}

	private void write(String kind, String officerId, Actor by, Map<String, String> facts) {
		journal.append(new Act(kind, officerId, by, facts));
	}
}
