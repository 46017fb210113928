package org.nafidha.identity.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nafidha.identity.Role;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.platform.CentreProperties;
import org.nafidha.platform.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees to it that somebody can sign in: the demonstration's invented staff, or, in a real centre without officers, a first
 * administrator whose password lies in {@code home/secrets/first-administrator}. A real centre refuses to start on a
 * database that holds demonstration accounts.
 */
@Component
class StaffSeed {

	static final Actor SETUP = new Actor.System("setup");

	private static final Logger LOG = LoggerFactory.getLogger(StaffSeed.class);

	private final JdbcClient db;
	private final TransactionTemplate transaction;
	private final OfficerBook book;
	private final Passwords passwords;
	private final Secrets secrets;
	private final Seal seal;

	StaffSeed(JdbcClient db, TransactionTemplate transaction, OfficerBook book, Passwords passwords, Secrets secrets, Seal seal) {
		this.db = db;
		this.transaction = transaction;
		this.book = book;
		this.passwords = passwords;
		this.secrets = secrets;
		this.seal = seal;
	}

	void sow(CentreProperties centre) {
		transaction.executeWithoutResult(status -> {
			db.sql("select pg_advisory_xact_lock(hashtext('identity.staff-seed'))").query(rs -> {
			});
			if (centre.demo()) {
				demoStaff();
			} else {
				refuseDemoStaff();
				firstAdministrator();
			}
		});
	}

	private void demoStaff() {
		List<DemoAccounts.Account> accounts = DemoAccounts.loadOrMake(secrets, passwords);
		Map<String, DemoAccounts.Account> byUsername = accounts.stream()
				.collect(Collectors.toMap(DemoAccounts.Account::username, Function.identity()));
		String hash = currentHash(accounts.getFirst());
		for (DemoAccounts.Member member : DemoAccounts.roster()) {
			DemoAccounts.Account account = byUsername.get(member.username());
			if (account == null) {
				throw new IllegalStateException("home/secrets/demo-accounts is older than this version's demonstration: start with an empty home");
			}
			sowDemo(member, account, hash);
		}
		LOG.info("Demonstration: {} invented members of staff; their password and TOTP secrets are in {}", accounts.size(),
				secrets.file("demo-accounts"));
	}

	/** The hash that stands in the database if it fits the file, otherwise a new one. */
	private String currentHash(DemoAccounts.Account first) {
		return db.sql("select password_hash from identity.officer where username = ? and invented").param(first.username()).query(String.class)
				.optional().filter(hash -> passwords.matches(first.password(), hash)).orElseGet(() -> passwords.hash(first.password()));
	}

	private void sowDemo(DemoAccounts.Member member, DemoAccounts.Account account, String hash) {
		String id = UUID.nameUUIDFromBytes(("demo-officer:" + member.username()).getBytes(StandardCharsets.UTF_8)).toString();
		byte[] sealed = seal.seal(Base32.decode(account.totp()), id);
		boolean added = book
				.add(new OfficerBook.NewOfficer(id, member.username(), member.name(), member.unit(), hash, sealed, false, true, true), SETUP);
		if (added) {
			member.roles().forEach(role -> book.grant(id, role, SETUP));
		} else {
			db.sql("update identity.officer set password_hash = ?, totp_sealed = ? where id = ? and invented and password_hash <> ?")
					.params(hash, sealed, id, hash).update();
		}
	}

	private void refuseDemoStaff() {
		long invented = db.sql("select count(*) from identity.officer where invented and active").query(Long.class).single();
		if (invented > 0) {
			throw new IllegalStateException(
					"this database holds " + invented
							+ " demonstration accounts; a real centre starts with a database of its own (nafidha.db.url or nafidha.home)");
		}
	}

	private void firstAdministrator() {
		if (db.sql("select exists (select 1 from identity.officer)").query(Boolean.class).single()) {
			return;
		}
		String id = UUID.randomUUID().toString();
		Path file = secrets.file("first-administrator");
		book.add(new OfficerBook.NewOfficer(id, "administrator", new LocalizedText("مدير النظام", "Administrator"), "council/informatics",
				passwords.hash(passwordIn(file)), null, true, true, false), SETUP);
		book.grant(id, Role.ADMINISTRATOR, SETUP);
		LOG.info("The first administrator can sign in as 'administrator' with the password in {}", file);
	}

	private String passwordIn(Path file) {
		try {
			if (!Files.exists(file)) {
				Secrets.ownerOnly(file, (passwords.generate() + "\n").getBytes(StandardCharsets.UTF_8));
			}
			return Files.readString(file).strip();
		} catch (IOException e) {
			throw new UncheckedIOException("the first administrator's password cannot be kept in " + file, e);
		}
	}
}
