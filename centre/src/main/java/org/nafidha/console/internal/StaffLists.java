package org.nafidha.console.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nafidha.console.StaffList;
import org.nafidha.console.StaffMember;
import org.nafidha.console.UnitLine;
import org.nafidha.console.WaitingTasks;
import org.nafidha.identity.Officer;
import org.nafidha.identity.Role;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.Staff;
import org.nafidha.identity.StaffRegistry;
import org.nafidha.identity.StaffRegistry.Account;
import org.nafidha.identity.Unit;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.NameKey;
import org.nafidha.tasks.Tasks;
import org.nafidha.tasks.Tasks.Waiting;
import org.springframework.stereotype.Component;

/** Reads accounts and units as the console shows them. */
@Component
class StaffLists {

	static final int PAGE = 50;

	private final StaffRegistry registry;
	private final Staff staff;
	private final Tasks tasks;

	StaffLists(StaffRegistry registry, Staff staff, Tasks tasks) {
		this.registry = registry;
		this.staff = staff;
		this.tasks = tasks;
	}

	/**
	 * @param words of names, usernames or units, however spelt; empty for all
	 * @param unit code of a unit, whose officers and those of the units beneath it are listed; empty for all
	 * @param role code of a role; empty for all
	 */
	StaffList list(String words, String unit, String role, int page) {
		Map<String, LocalizedText> units = units();
		List<String> keys = Arrays.stream(NameKey.of(words).split(" ")).filter(word -> !word.isBlank()).toList();
		List<Account> found = registry.accounts().stream().filter(account -> isIn(unit, account.officer().unit()))
				.filter(account -> role.isEmpty() || account.officer().roles().stream().anyMatch(r -> r.code().equals(role)))
				.filter(account -> holds(account.officer(), units, keys)).toList();
		int pages = Math.max(1, (found.size() + PAGE - 1) / PAGE);
		int number = Math.clamp(page, 1, pages);
		List<Account> shown = found.subList((number - 1) * PAGE, Math.min(found.size(), number * PAGE));
		Map<String, List<Account>> byUnit = shown.stream()
				.collect(Collectors.groupingBy(account -> account.officer().unit(), LinkedHashMap::new, Collectors.toList()));
		List<StaffList.Group> groups = new ArrayList<>();
		byUnit.forEach((code, accounts) -> groups.add(new StaffList.Group(code, name(units, code), accounts)));
		return new StaffList(groups, units, found.size(), number, pages);
	}

	Optional<StaffMember> member(String officerId, SignedIn.Staff reader) {
		return registry.account(officerId).map(account -> new StaffMember(account, name(units(), account.officer().unit()),
				officerId.equals(reader.officerId()), tasks.day(officerId).waiting()));
	}

	/** Names by code, in the order in which units are listed. */
	Map<String, LocalizedText> units() {
		Map<String, LocalizedText> units = new LinkedHashMap<>();
		staff.units().forEach(unit -> units.put(unit.code(), unit.name()));
		return units;
	}

	List<UnitLine> tree() {
		Map<String, List<Account>> byUnit = registry.accounts().stream().filter(Account::active)
				.collect(Collectors.groupingBy(account -> account.officer().unit()));
		Map<String, Integer> waiting = tasks.waiting().stream().collect(Collectors.toMap(Waiting::unit, Waiting::count, Integer::sum));
		return staff.units().stream()
				.map(unit -> line(unit, byUnit.getOrDefault(unit.code(), List.of()), waiting.getOrDefault(unit.code(), 0))).toList();
	}

	/** Tasks that nobody can be drawn for now. */
	int waiting() {
		return tasks.waiting().stream().mapToInt(Waiting::count).sum();
	}

	/** Tasks that nobody can be drawn for now, of the unit and those beneath it. */
	List<WaitingTasks> waitingIn(String unit) {
		Map<String, LocalizedText> units = units();
		return tasks.waiting().stream().filter(waiting -> isIn(unit, waiting.unit()))
				.map(w -> new WaitingTasks(w.unit(), name(units, w.unit()), w.role(), w.count(), w.oldest())).toList();
	}

	LocalizedText name(String unit) {
		return name(units(), unit);
	}

	private static UnitLine line(Unit unit, List<Account> accounts, int waiting) {
		Map<Role, Integer> roles = new EnumMap<>(Role.class);
		accounts.forEach(account -> account.officer().roles().forEach(role -> roles.merge(role, 1, Integer::sum)));
		return new UnitLine(unit, (int) unit.code().chars().filter(c -> c == '/').count(), accounts.size(), roles, waiting);
	}

	private static boolean isIn(String wanted, String unit) {
		return wanted.isEmpty() || unit.equals(wanted) || unit.startsWith(wanted + "/");
	}

	private static boolean holds(Officer officer, Map<String, LocalizedText> units, List<String> words) {
		LocalizedText unit = name(units, officer.unit());
		String all = NameKey.of(String.join(" ", officer.name().ar(), officer.name().en(), officer.username(), unit.ar(), unit.en()));
		return words.stream().allMatch(all::contains);
	}

	private static LocalizedText name(Map<String, LocalizedText> units, String code) {
		return units.getOrDefault(code, new LocalizedText(code, code));
	}
}
