package org.nafidha.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.nafidha.identity.Officer;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.Staff;
import org.nafidha.identity.StaffSignIn;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.springframework.stereotype.Component;

/** Signs staff in, step by step; each step trusts only the database and what the session itself has kept. */
@Component
class StaffDesk implements StaffSignIn {

	private static final Refusal AGAIN = Refusal.of("staff.again");

	private final StaffAccounts accounts;
	private final OfficerPasswords passwords;
	private final SecondFactors factors;
	private final PendingSession session;
	private final StaffTries tries;
	private final Staff staff;

	StaffDesk(StaffAccounts accounts, OfficerPasswords passwords, SecondFactors factors, PendingSession session, StaffTries tries, Staff staff) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.factors = factors;
		this.session = session;
		this.tries = tries;
		this.staff = staff;
	}

	@Override
	public Result<Step> password(String username, String password, HttpServletRequest request) {
		String name = username.strip().toLowerCase(Locale.ROOT);
		return tries.counted(name, request, () -> {
			Optional<StaffAccounts.Known> known = accounts.byUsername(name);
			if (known.isEmpty()) {
				passwords.pretend(password);
				return Refusal.of("staff.wrong").asResult();
			}
			StaffAccounts.Known officer = known.get();
			if (!passwords.matches(officer, password) || !officer.active()) {
				tries.failed(officer.id(), "password");
				return Refusal.of("staff.wrong").asResult();
			}
			session.begin(officer.id(), request);
			return Result.ok(step(officer));
		});
	}

	@Override
	public Optional<Pending> pending(HttpServletRequest request) {
		return officer(request).map(officer -> new Pending(officer.id(), officer.username(), step(officer), officer.totpSealed() != null,
				factors.hasPasskey(officer.id())));
	}

	@Override
	public Result<Step> newPassword(String chosen, String repeated, HttpServletRequest request) {
		Optional<StaffAccounts.Known> officer = officerAt(Step.NEW_PASSWORD, request);
		if (officer.isEmpty()) {
			return AGAIN.asResult();
		}
		Optional<Refusal> unfit = passwords.choose(officer.get(), chosen, repeated);
		if (unfit.isPresent()) {
			return unfit.get().asResult();
		}
		return pending(request).map(Pending::step).<Result<Step>>map(Result::ok).orElseGet(AGAIN::asResult);
	}

	@Override
	public Enrolment enrolment(HttpServletRequest request) {
		return officerAt(Step.ENROL, request).map(officer -> factors.enrolment(officer, request))
				.orElseThrow(() -> new IllegalStateException("nobody is to enrol in this session"));
	}

	@Override
	public Result<SignedIn.Staff> enrol(String typed, HttpServletRequest request) {
		return factor(Step.ENROL, "totp", request, typed, officer -> factors.enrol(officer, typed, request));
	}

	@Override
	public Result<SignedIn.Staff> code(String typed, HttpServletRequest request) {
		return factor(Step.SECOND_FACTOR, "totp", request, typed, officer -> factors.acceptsCode(officer, typed));
	}

	@Override
	public Optional<String> passkeyOptions(HttpServletRequest request) {
		return officerAt(Step.SECOND_FACTOR, request).filter(officer -> factors.hasPasskey(officer.id()))
				.map(officer -> factors.passkeyOptions(officer.id(), request));
	}

	@Override
	public Result<SignedIn.Staff> passkey(String credential, HttpServletRequest request) {
		return officerAt(Step.SECOND_FACTOR, request).<Result<SignedIn.Staff>>map(officer -> prove(officer, "passkey", request,
				known -> factors.acceptsPasskey(known.id(), credential, request))).orElseGet(AGAIN::asResult);
	}

	private Result<SignedIn.Staff> factor(Step step, String factor, HttpServletRequest request, String typed,
			Predicate<StaffAccounts.Known> accepts) {
		Optional<StaffAccounts.Known> officer = officerAt(step, request);
		if (officer.isEmpty()) {
			return AGAIN.asResult();
		}
		return SecondFactors.looksLikeACode(typed) ? prove(officer.get(), factor, request, accepts) : Refusal.of("totp.form").asResult();
	}

	private Result<SignedIn.Staff> prove(StaffAccounts.Known officer, String factor, HttpServletRequest request,
			Predicate<StaffAccounts.Known> accepts) {
		return tries.counted(officer.username(), request, () -> {
			if (!accepts.test(officer)) {
				tries.failed(officer.id(), factor);
				return Refusal.of(factor + ".wrong").asResult();
			}
			session.end(request);
			SignedIn.Staff who = new SignedIn.Staff(officer.id(), staff.byId(officer.id()).map(Officer::roles).orElseThrow());
			tries.signedIn(who, factor, request);
			return Result.ok(who);
		});
	}

	private Optional<StaffAccounts.Known> officerAt(Step step, HttpServletRequest request) {
		return officer(request).filter(officer -> step(officer) == step);
	}

	/** The officer between the steps, if the account was not closed meanwhile. */
	private Optional<StaffAccounts.Known> officer(HttpServletRequest request) {
		return session.officer(request).flatMap(accounts::byId).filter(StaffAccounts.Known::active);
	}

	private Step step(StaffAccounts.Known officer) {
		if (officer.passwordIsNew()) {
			return Step.NEW_PASSWORD;
		}
		return officer.totpSealed() == null && !factors.hasPasskey(officer.id()) ? Step.ENROL : Step.SECOND_FACTOR;
	}
}
