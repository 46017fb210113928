package org.nafidha.register.internal;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nafidha.kernel.Shares;

/** Divides a property as life does: sole owners, couples, partners, and heirs by the rules of inheritance, to the last fraction. */
final class OwnersMaker {

	/** How somebody came to own; decides the deed. */
	enum Way {
		BOUGHT, INHERITED
	}

	/** @param shares together exactly 2400 */
	record Owned(Way way, List<City.Resident> owners, List<Shares> shares) {

		Owned {
			if (owners.size() != shares.size() || !Shares.areWhole(shares)) {
				throw new IllegalStateException("the owners' shares are not whole: " + shares);
			}
		}
	}

	private static final int[][] COUPLES = {{1200, 1200}, {1200, 1200}, {1600, 800}, {1800, 600}, {1440, 960}, {2000, 400}};

	private final RandomGenerator random;
	private final PeopleMaker people;

	OwnersMaker(RandomGenerator random, PeopleMaker people) {
		this.random = random;
		this.people = people;
	}

	Owned make() {
		int kind = random.nextInt(100);
		if (kind < 52) {
			return new Owned(Way.BOUGHT, List.of(people.owner()), List.of(Shares.of(Shares.WHOLE)));
		}
		if (kind < 66) {
			int[] parts = COUPLES[random.nextInt(COUPLES.length)];
			return bought(List.of(Shares.of(parts[0]), Shares.of(parts[1])));
		}
		if (kind < 72) {
			return bought(partners(3 + random.nextInt(4)));
		}
		return heirs(kind >= 95);
	}

	private Owned bought(List<Shares> shares) {
		List<City.Resident> owners = new ArrayList<>();
		while (owners.size() < shares.size()) {
			City.Resident owner = people.owner();
			if (owners.stream().noneMatch(other -> other.person().id().equals(owner.person().id()))) {
				owners.add(owner);
			}
		}
		return new Owned(Way.BOUGHT, owners, shares);
	}

	/** Round numbers of shares, whatever is left to the last. */
	private List<Shares> partners(int count) {
		List<Shares> shares = new ArrayList<>();
		int left = Shares.WHOLE;
		for (int i = 1; i < count; i++) {
			int part = 20 * (1 + random.nextInt(left / 20 / (count - i + 1)));
			shares.add(Shares.of(part));
			left -= part;
		}
		shares.add(Shares.of(left));
		return shares;
	}

	/** A widow's eighth half of the time; of the rest a son two parts, a daughter one. */
	private Owned heirs(boolean twoGenerations) {
		List<City.Resident> owners = new ArrayList<>();
		List<Shares> shares = new ArrayList<>();
		int left = Shares.WHOLE;
		if (random.nextBoolean()) {
			owners.add(people.widow());
			shares.add(Shares.of(Shares.WHOLE / 8));
			left -= Shares.WHOLE / 8;
		}
		List<City.Resident> children = people.children(2 + random.nextInt(6));
		int parts = children.stream().mapToInt(child -> child.male() ? 2 : 1).sum();
		for (City.Resident child : children) {
			owners.add(child);
			shares.add(Shares.of((long) left * (child.male() ? 2 : 1), parts));
		}
		if (twoGenerations) {
			passOn(owners, shares);
		}
		return new Owned(Way.INHERITED, owners, shares);
	}

	/** The last heir has died as well: their children have equal parts of that part. */
	private void passOn(List<City.Resident> owners, List<Shares> shares) {
		owners.removeLast();
		Shares part = shares.removeLast();
		List<City.Resident> grandchildren = people.children(2 + random.nextInt(5));
		for (City.Resident grandchild : grandchildren) {
			owners.add(grandchild);
			shares.add(new Shares(part.numerator(), part.denominator().multiply(BigInteger.valueOf(grandchildren.size()))));
		}
	}
}
