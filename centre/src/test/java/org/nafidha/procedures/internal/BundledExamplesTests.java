package org.nafidha.procedures.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Example;
import org.nafidha.procedures.Examples.Replay;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.internal.BundledFiles.BundledFile;

/** The examples kept with the procedures of this release, played without a centre: seven days a week, no holidays. */
class BundledExamplesTests {

	/** Nobody takes away the examples of these; others get theirs as they are written. */
	private static final List<String> WITH_EXAMPLES = List.of("temporary-register-statement", "violations-statement", "report-cleanliness",
			"report-street",
			"report-damaged-building");

	static List<BundledFile> files() {
		return BundledFiles.all().stream().filter(file -> !file.name().startsWith("test-")).toList();
	}

	@ParameterizedTest
	@MethodSource("files")
	void examplesGoAsExpected(BundledFile file) {
		Procedure procedure = House.load(file.text());
		List<Example> examples = KeptExamples.bundled(procedure.id());
		if (WITH_EXAMPLES.contains(procedure.id())) {
			assertThat(examples).hasSizeGreaterThanOrEqualTo(2);
		} else if (examples.isEmpty()) {
			System.out.println("without examples: " + procedure.id());
		}
		for (Example example : examples) {
			Replay replay = replay(procedure, example);
			assertThat(replay.trial().summary()).as(procedure.id() + " " + example.name()).isEqualTo(example.expected());
			assertThat(replay.passed()).isTrue();
			assertThat(replay.differs()).isEmpty();
		}
	}

	@ParameterizedTest
	@MethodSource("files")
	void anExampleThatIsWrittenIsReadBackTheSame(BundledFile file) {
		for (Example example : KeptExamples.bundled(House.load(file.text()).id())) {
			assertThat(ExampleYaml.read(ExampleYaml.write(example))).isEqualTo(Result.ok(example));
		}
	}

	@Test
	void aChangedFormulaShowsInTheExamplesThatItConcerns() {
		BundledFile file = files().stream().filter(one -> one.name().startsWith("violations-statement")).findFirst().orElseThrow();
		Procedure dearer = House.load(file.text().replace("amount: 300", "amount: 350"));
		for (Example example : KeptExamples.bundled("violations-statement")) {
			assertThat(replay(dearer, example).differs()).containsExactly("fees");
		}
		Procedure shorter = House
				.load(file.text().replace("then: { paid: issue, lapsed: end-lapsed }", "then: { paid: issue, lapsed: end-refused }"));
		Example unpaid = KeptExamples.bundled("violations-statement").stream().filter(example -> example.name().equals("not-paid")).findFirst()
				.orElseThrow();
		assertThat(replay(shorter, unpaid).differs()).containsExactly("end");
	}

	@Test
	void whatIsWrongWithAnExampleIsSaidWithItsLine() {
		String text = ExampleYaml.write(KeptExamples.bundled("report-street").getFirst());
		assertThat(ExampleYaml.read(text)).isInstanceOf(Result.Ok.class);
		assertThat(code(ExampleYaml.read(text.replace("opened: 2026-01-11", "opened: yesterday")))).isEqualTo("example.form 3");
		assertThat(code(ExampleYaml.read(text.replace("channel: portal", "chanel: portal")))).isEqualTo("example.form 4");
		assertThat(code(ExampleYaml.read("example: [\n"))).startsWith("example.form ");
		assertThat(code(ExampleYaml.read(""))).startsWith("example.form ");
	}

	private static String code(Result<Example> result) {
		return result instanceof Result.Refused<Example>(Refusal refusal) ? refusal.code() + " " + refusal.values().get("line") : "read";
	}

	static Replay replay(Procedure procedure, Example example) {
		return new Replay(example,
				new TrialRun(procedure, example.scenario(), House.SIGNATURES, (item, given) -> Map.of(), (from, days, unit) -> from.plusDays(days))
						.play());
	}

	@Test
	void anUnsoundDraftThatGoesRoundBreaksNothing() {
		String text = DraftDesk.skeleton().replace("grant: end-granted", "grant: round").replace("decisions:",
				"  round: { choice: [ { when: 'subject = \"x\"', then: end-granted }, { otherwise: round } ] }\n\ndecisions:");
		Procedure procedure = House.load(text);
		Example example = ExampleYaml.read("""
				example: round
				title: { ar: دوران, en: Round }
				opened: 2026-01-11
				channel: portal
				inputs: { subject: y }
				acts: [ { at: check, ends: grant } ]
				expect: { way: [], fees: {}, end: nowhere }
				""").orThrow();
		assertThat(replay(procedure, example).trial().summary()).satisfies(summary -> {
			assertThat(summary.end()).isEqualTo("refused trial.broken");
			assertThat(summary.fees()).isEqualTo(Map.of());
		});
	}
}
