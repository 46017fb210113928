package org.nafidha.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.nafidha.identity.Officer;
import org.nafidha.identity.Role;
import org.nafidha.identity.Sessions;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.StaffRegistry;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the staff. */
@Component
class StaffOffice implements StaffRegistry {

	private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,62}");
	private static final Refusal CHANGED = Refusal.of("staff.changed");
	private static final int SHORTEST_WHY = 3;
	private static final String ACCOUNT = """
			select o.id, o.username, o.name_ar, o.name_en, o.unit, o.present and o.active as present, o.active, o.present as chosen_present,
			       o.invented, o.totp_sealed is not null as has_totp, o.added_at,
			       array(select r.role from identity.officer_role r where r.officer = o.id) as roles,
			       (select count(*) from identity.user_entities u join identity.user_credentials c on c.user_entity_user_id = u.id
			         where u.name = o.id) as passkeys
			  from identity.officer o left join identity.unit n on n.code = o.unit
			""";

	private final JdbcClient db;
	private final OfficerBook book;
	private final Passwords passwords;
	private final StaffAccounts accounts;
	private final PasskeyCeremonies passkeys;
	private final Sessions sessions;

	StaffOffice(JdbcClient db, OfficerBook book, Passwords passwords, StaffAccounts accounts, PasskeyCeremonies passkeys, Sessions sessions) {
		this.db = db;
		this.book = book;
		this.passwords = passwords;
		this.accounts = accounts;
		this.passkeys = passkeys;
		this.sessions = sessions;
	}

	@Override
	public List<Account> accounts() {
		return db.sql(ACCOUNT + " order by n.place, o.name_ar, o.id").query(StaffOffice::account).list();
	}

	@Override
	public Optional<Account> account(String officerId) {
		return db.sql(ACCOUNT + " where o.id = ?").param(officerId).query(StaffOffice::account).optional();
	}

	@Override
	@Transactional
	public Result<FirstPassword> add(NewOfficer officer, SignedIn.Staff by) {
		String username = officer.username().strip().toLowerCase(Locale.ROOT);
		Optional<Refusal> unfit = unfit(officer, username);
		if (unfit.isPresent()) {
			return unfit.get().asResult();
		}
		String id = UUID.randomUUID().toString();
		String password = passwords.generate();
		LocalizedText name = new LocalizedText(officer.nameAr().strip(), officer.nameEn().strip());
		boolean added = book.add(
				new OfficerBook.NewOfficer(id, username, name, officer.unit(), passwords.hash(password), null, true, true, false), by.actor());
		if (!added) {
			return Refusal.of("staff.username.taken").asResult();
		}
		officer.roles().forEach(role -> book.grant(id, role, by.actor()));
		return Result.ok(new FirstPassword(id, password));
	}

	@Override
	@Transactional
	public Result<Officer> changeRoles(String officerId, Set<Role> before, Set<Role> roles, SignedIn.Staff by) {
		if (officerId.equals(by.officerId())) {
			return Refusal.of("staff.not-yourself").asResult();
		}
		Optional<Refusal> unfit = unfit(roles);
		if (unfit.isPresent()) {
			return unfit.get().asResult();
		}
		Officer officer = locked(officerId);
		if (roles.equals(officer.roles())) {
			return Result.ok(officer);
		}
		if (!before.equals(officer.roles())) {
			return CHANGED.asResult();
		}
		if (!roles.contains(Role.ADMINISTRATOR) && isLastAdministrator(officerId)) {
			return Refusal.of("staff.last-administrator").asResult();
		}
		EnumSet.allOf(Role.class).forEach(role -> {
			if (roles.contains(role)) {
				book.grant(officerId, role, by.actor());
			} else if (officer.roles().contains(role)) {
				book.revoke(officerId, role, by.actor());
			}
		});
		return Result.ok(officer(officerId));
	}

	@Override
	@Transactional
	public Result<Officer> move(String officerId, Move move, SignedIn.Staff by) {
		if (officerId.equals(by.officerId())) {
			return Refusal.of("staff.not-yourself").asResult();
		}
		String why = move.why().strip();
		if (why.length() < SHORTEST_WHY || why.length() > Move.WHY_LIMIT) {
			return Refusal.of("staff.move.why", "limit", Integer.toString(Move.WHY_LIMIT)).asResult();
		}
		if (!isUnit(move.to())) {
			return Refusal.of("staff.unit.unknown").asResult();
		}
		Officer officer = locked(officerId);
		if (!officer.unit().equals(move.from())) {
			return CHANGED.asResult();
		}
		if (officer.unit().equals(move.to())) {
			return Refusal.of("staff.unit.same").asResult();
		}
		book.move(officer, move.to(), why, by.actor());
		return Result.ok(officer(officerId));
	}

	@Override
	@Transactional
	public Result<Officer> changePresence(String officerId, boolean present, SignedIn.Staff by) {
		book.changePresence(officerId, present, by.actor());
		return Result.ok(officer(officerId));
	}

	@Override
	@Transactional
	public Result<Officer> changeActive(String officerId, boolean active, SignedIn.Staff by) {
		if (officerId.equals(by.officerId())) {
			return Refusal.of("staff.not-yourself").asResult();
		}
		locked(officerId);
		if (!active && isLastAdministrator(officerId)) {
			return Refusal.of("staff.last-administrator").asResult();
		}
		book.changeActive(officerId, active, by.actor());
		sessions.endAllOf(new Actor.Officer(officerId));
		return Result.ok(officer(officerId));
	}

	@Override
	@Transactional
	public Result<Officer> resetSecondFactor(String officerId, SignedIn.Staff by) {
		if (officerId.equals(by.officerId())) {
			return Refusal.of("staff.not-yourself").asResult();
		}
		accounts.forgetTotp(officerId);
		passkeys.removeAll(officerId);
		book.write("officer.second-factor-reset", officerId, by.actor());
		sessions.endAllOf(new Actor.Officer(officerId));
		return Result.ok(officer(officerId));
	}

	@Override
	@Transactional
	public Result<FirstPassword> resetPassword(String officerId, SignedIn.Staff by) {
		if (officerId.equals(by.officerId())) {
			return Refusal.of("staff.not-yourself").asResult();
		}
		String password = passwords.generate();
		accounts.changePassword(officerId, passwords.hash(password), true);
		book.write("officer.password-reset", officerId, by.actor());
		sessions.endAllOf(new Actor.Officer(officerId));
		return Result.ok(new FirstPassword(officer(officerId).id(), password));
	}

	private Optional<Refusal> unfit(NewOfficer officer, String username) {
		if (!USERNAME.matcher(username).matches()) {
			return Optional.of(Refusal.of("staff.username.form"));
		}
		if (officer.nameAr().isBlank() || officer.nameEn().isBlank()) {
			return Optional.of(Refusal.of("staff.name.missing"));
		}
		if (!isUnit(officer.unit())) {
			return Optional.of(Refusal.of("staff.unit.unknown"));
		}
		return unfit(officer.roles());
	}

	/** Whoever looks over the others' shoulders does none of their work. */
	private static Optional<Refusal> unfit(Set<Role> roles) {
		if (roles.isEmpty() || roles.contains(Role.CITIZEN)) {
			return Optional.of(Refusal.of("staff.roles.none"));
		}
		return roles.contains(Role.AUDITOR) && roles.size() > 1 ? Optional.of(Refusal.of("staff.roles.auditor")) : Optional.empty();
	}

	private boolean isUnit(String code) {
		return db.sql("select exists (select 1 from identity.unit where code = ?)").param(code).query(Boolean.class).single();
	}

	/** Two administrators removing each other wait for one another here, and the second sees what the first has done. */
	private boolean isLastAdministrator(String officerId) {
		db.sql("select pg_advisory_xact_lock(hashtext('identity.administrators'))").query(row -> {
		});
		return db.sql("""
				select count(*) filter (where o.id = :id) = 1 and count(*) = 1
				  from identity.officer o join identity.officer_role r on r.officer = o.id where r.role = 'administrator' and o.active
				""").param("id", officerId).query(Boolean.class).single();
	}

	/** The officer as of now, whom nobody else changes until this transaction ends. Always before the lock of the administrators, never after it. */
	private Officer locked(String officerId) {
		accounts.locked(officerId);
		return officer(officerId);
	}

	private Officer officer(String officerId) {
		return account(officerId).map(Account::officer).orElseThrow(() -> new IllegalArgumentException("no such officer"));
	}

	private static Account account(ResultSet row, int number) throws SQLException {
		return new Account(JdbcStaff.officer(row, number), row.getBoolean("active"), row.getBoolean("chosen_present"), row.getBoolean("invented"),
				row.getBoolean("has_totp"), row.getInt("passkeys"), row.getTimestamp("added_at").toInstant());
	}
}
