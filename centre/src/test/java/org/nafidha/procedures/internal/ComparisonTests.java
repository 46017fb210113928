package org.nafidha.procedures.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.TextChange;
import org.nafidha.procedures.internal.BundledFiles.BundledFile;

/** What the engineer is told of the difference between two versions. */
class ComparisonTests {

	private static final String TEXT = BundledFiles.all().stream().filter(file -> file.name().startsWith("violations-statement")).findFirst()
			.map(BundledFile::text).orElseThrow();

	@Test
	void theSameTextHasNoDifference() {
		assertThat(changes(TEXT, TEXT)).isEmpty();
		assertThat(LineComparison.of(TEXT, TEXT)).isEmpty();
	}

	@Test
	void whatPeopleWouldNoticeIsSaidInSentences() {
		assertThat(changes(TEXT, TEXT.replace("amount: 300", "amount: 350"))).containsExactly("The fee \"Statement fee\" is 350 instead of 300.");
		assertThat(changes(TEXT, TEXT.replace("statutoryTerm: 1 working day", "statutoryTerm: 2 working days")))
				.containsExactly("The statutory term is 2 working days instead of 1.");
		assertThat(changes(TEXT, TEXT.replace("within: 5 working days", "within: 6 working days")))
				.containsExactly("\"Pay the fee\" waits 6 working days instead of 5.");
		assertThat(changes(TEXT, TEXT.replace("deadline: 1 working day", "deadline: same working day")))
				.containsExactly("\"Check the violations\" has 0 working days instead of 1.");
		assertThat(changes(TEXT, TEXT.replace("paid: issue, lapsed: end-lapsed", "paid: issue, lapsed: end-refused")))
				.containsExactly("\"Pay the fee\", \"time ran out\": leads to \"The application was refused\" instead of \"The time has passed\".");
		assertThat(changes(TEXT, TEXT.replace("    from: citizen\n    when: 'not(sheet.applicantIsOwner)'\n", "    from: citizen\n"))).hasSize(1);
	}

	@Test
	void everyProcedureCanBeComparedWithEveryOther() {
		List<Procedure> all = BundledFiles.all().stream().map(file -> House.load(file.text())).toList();
		for (Procedure one : all) {
			for (Procedure other : all) {
				assertThat(Changes.between(one, other, House.WORDS).isEmpty()).isEqualTo(one == other);
			}
		}
	}

	@Test
	void theLinesLeadFromOneTextToTheOther() {
		long seed = System.nanoTime();
		SplittableRandom random = new SplittableRandom(seed);
		for (int i = 0; i < 200; i++) {
			List<String> before = lines(random);
			List<String> after = lines(random);
			List<TextChange> changes = LineComparison.of(String.join("\n", before), String.join("\n", after));
			List<String> made = new ArrayList<>();
			List<String> left = new ArrayList<>();
			changes.forEach(change -> {
				if (change.before() > 0) {
					assertThat(change.line()).isEqualTo(before.get(change.before() - 1));
				}
				if (change.after() > 0) {
					assertThat(change.line()).isEqualTo(after.get(change.after() - 1));
				}
			});
			IntStream.range(0, before.size()).filter(n -> changes.stream().noneMatch(c -> c.before() == n + 1 && c.kind().equals("gone")))
					.forEach(n -> left.add(before.get(n)));
			IntStream.range(0, after.size()).filter(n -> changes.stream().noneMatch(c -> c.after() == n + 1 && c.kind().equals("new")))
					.forEach(n -> made.add(after.get(n)));
			assertThat(left).as("what stays is the same in both; seed %d", seed).isEqualTo(made);
		}
	}

	private static List<String> lines(SplittableRandom random) {
		return IntStream.range(0, random.nextInt(1, 12)).mapToObj(n -> List.of("a", "b", "c").get(random.nextInt(3))).toList();
	}

	private static List<String> changes(String before, String after) {
		return Changes.between(House.load(before), House.load(after), House.WORDS).stream().map(LocalizedText::en).toList();
	}
}
