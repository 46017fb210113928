package org.nafidha.register.internal;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nafidha.identity.People;
import org.nafidha.identity.Role;
import org.nafidha.identity.SignedIn;
import org.nafidha.journal.Act;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.kernel.Shares;
import org.nafidha.register.Deed;
import org.nafidha.register.NewOwner;
import org.nafidha.register.NewSheet;
import org.nafidha.register.RegisterEntries;
import org.nafidha.register.Transfer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class RegisterWriting implements RegisterEntries {

	/** What the columns hold; far beyond any inheritance on record. */
	private static final int LARGEST_FRACTION_DIGITS = 38;

	private final RegisterBook book;
	private final People people;
	private final Journal journal;
	private final InstantSource clock;

	RegisterWriting(RegisterBook book, People people, Journal journal, InstantSource clock) {
		this.book = book;
		this.people = people;
		this.journal = journal;
		this.clock = clock;
	}

	@Override
	@Transactional
	public Result<String> register(NewSheet sheet, SignedIn.Staff registrar) {
		Refusal refusal = refusal(sheet.owners(), sheet.owners().stream().map(NewOwner::shares).toList(), registrar);
		if (refusal != null) {
			return refusal.asResult();
		}
		if (!book.hasZone(sheet.property().zone())) {
			return Refusal.of("register.zone-unknown", "zone", sheet.property().zone()).asResult();
		}
		Optional<RegisterBook.Opened> opened = book.open(sheet);
		if (opened.isEmpty()) {
			return Refusal.of("register.sheet-exists", "property", sheet.property().toString()).asResult();
		}
		long entry = book.entry(opened.get().id(), sheet.deed(), sheet.since(), clock.instant(), registrar.actor());
		sheet.owners().forEach(owner -> book.own(opened.get().id(), owner, entry));
		String number = opened.get().number();
		journal(number, "register", entry, sheet.deed(), Set.of(), sheet.owners(), registrar);
		return Result.ok(number);
	}

	@Override
	@Transactional
	public Result<String> transfer(Transfer transfer, SignedIn.Staff registrar) {
		Optional<Long> locked = book.lock(transfer.sheetNumber());
		if (locked.isEmpty()) {
			return Refusal.of("register.sheet-unknown", "number", transfer.sheetNumber()).asResult();
		}
		long sheet = locked.get();
		Optional<String> sign = book.blockingSign(sheet);
		if (sign.isPresent()) {
			return Refusal.of("register.blocked-by-" + sign.get()).asResult();
		}
		List<RegisterBook.Held> held = book.held(sheet);
		Set<String> strangers = new HashSet<>(transfer.from());
		held.forEach(right -> strangers.remove(right.personId()));
		if (!strangers.isEmpty() || transfer.from().isEmpty()) {
			return Refusal.of("register.not-owner").asResult();
		}
		List<Shares> after = java.util.stream.Stream
				.concat(held.stream().filter(right -> !transfer.from().contains(right.personId())).map(RegisterBook.Held::shares),
						transfer.to().stream().map(NewOwner::shares))
				.toList();
		Refusal refusal = refusal(transfer.to(), after, registrar);
		if (refusal != null) {
			return refusal.asResult();
		}
		long entry = book.entry(sheet, transfer.deed(), transfer.since(), clock.instant(), registrar.actor());
		held.stream().filter(right -> transfer.from().contains(right.personId())).forEach(right -> book.end(right.id(), entry));
		transfer.to().forEach(owner -> book.own(sheet, owner, entry));
		journal(transfer.sheetNumber(), "transfer", entry, transfer.deed(), transfer.from(), transfer.to(), registrar);
		return Result.ok(transfer.sheetNumber());
	}

	/** @param after every share on the sheet as it would be */
	private @Nullable Refusal refusal(List<NewOwner> owners, List<Shares> after, SignedIn.Staff registrar) {
		if (!registrar.roles().contains(Role.REGISTRAR)) {
			return Refusal.of("register.not-registrar");
		}
		if (!Shares.areWhole(after)) {
			return Refusal.of("register.shares-not-whole", "sum", Shares.total(after));
		}
		for (NewOwner owner : owners) {
			Shares shares = owner.shares();
			if (shares.numerator().toString().length() > LARGEST_FRACTION_DIGITS
					|| shares.denominator().toString().length() > LARGEST_FRACTION_DIGITS) {
				return Refusal.of("register.shares-too-fine");
			}
			if (people.byId(owner.personId()).isEmpty()) {
				return Refusal.of("register.person-unknown", "name", owner.name());
			}
		}
		return null;
	}

	private void journal(String sheetNumber, String what, long entry, Deed deed, Set<String> from, List<NewOwner> to, SignedIn.Staff registrar) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("what", what);
		facts.put("entry", entry);
		facts.put("deed", deed.kind().code() + " " + deed.number() + " " + deed.date());
		facts.put("from", from.stream().sorted().toList());
		facts.put("to", to.stream().map(owner -> Map.of("person", owner.personId(), "shares", owner.shares().toString())).toList());
		journal.append(new Act("register.entered", sheetNumber, registrar.actor(), facts));
	}
}
