package org.nafidha.procedures.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Example;
import org.nafidha.procedures.Examples;
import org.nafidha.procedures.Examples.Replay;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedures;
import org.nafidha.procedures.Scenario;
import org.nafidha.procedures.Scenario.Act;
import org.nafidha.procedures.Trial;
import org.nafidha.procedures.internal.BundledFiles.BundledFile;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The examples kept with the procedures of this release, played as the desk plays them. */
@CentreTest
class BundledExamplesTests {

	@Autowired
	Examples examples;
	@Autowired
	Procedures procedures;

	static List<BundledFile> files() {
		return BundledFiles.all().stream().filter(file -> !file.name().startsWith("test-")).toList();
	}

	@ParameterizedTest
	@MethodSource("files")
	void everyPublishedProcedureHasExamplesAndTheyGoAsExpected(BundledFile file) {
		Procedure procedure = published(file);
		List<Example> kept = KeptExamples.bundled(procedure.id());
		assertThat(kept).as(procedure.id()).hasSizeGreaterThanOrEqualTo(2);
		for (Example example : kept) {
			Replay replay = examples.replay(procedure, example);
			assertThat(replay.trial().summary()).as(procedure.id() + " " + example.name()).isEqualTo(example.expected());
			assertThat(replay.passed()).isTrue();
			assertThat(replay.differs()).isEmpty();
			assertThat(replay.trial().taken()).as("%s %s: no act is refused", procedure.id(), example.name())
					.isEqualTo(example.scenario().acts().size());
			assertThat(replay.trial().open()).as("%s %s: it comes to an end", procedure.id(), example.name()).isEmpty();
		}
	}

	@ParameterizedTest
	@MethodSource("files")
	void theyShowWhatOneHopesForAndWhatOneDoesNot(BundledFile file) {
		Procedure procedure = published(file);
		List<Boolean> granted = KeptExamples.bundled(procedure.id()).stream().map(example -> procedure.ends().get(example.expected().end()))
				.map(end -> end != null && end.granted()).toList();
		assertThat(granted).as(procedure.id()).contains(true, false);
	}

	@ParameterizedTest
	@MethodSource("files")
	void eachHasATitleOfItsOwnAndTheNameOfItsFile(BundledFile file) {
		String id = House.load(file.text()).id();
		List<Example> kept = KeptExamples.bundled(id);
		assertThat(kept).extracting(example -> example.title().ar()).doesNotHaveDuplicates();
		assertThat(kept).extracting(example -> example.title().en()).doesNotHaveDuplicates();
		for (Example example : kept) {
			String text = BundledFiles.resource("procedures/examples/" + id + "/" + example.name() + ".yaml");
			assertThat(ExampleYaml.read(text)).isEqualTo(Result.ok(example));
			assertThat(ExampleYaml.read(ExampleYaml.write(example))).as("written and read back").isEqualTo(Result.ok(example));
		}
	}

	@Test
	void aChangedFormulaShowsInTheExamplesThatItConcerns() {
		BundledFile file = files().stream().filter(one -> one.name().startsWith("violations-statement")).findFirst().orElseThrow();
		Procedure dearer = House.load(file.text().replace("amount: 300", "amount: 350"));
		for (Example example : KeptExamples.bundled("violations-statement")) {
			assertThat(examples.replay(dearer, example).differs()).isEqualTo(example.expected().fees().isEmpty() ? List.of() : List.of("fees"));
		}
		Procedure shorter = House
				.load(file.text().replace("then: { paid: issue, lapsed: end-lapsed }", "then: { paid: issue, lapsed: end-refused }"));
		Example unpaid = KeptExamples.bundled("violations-statement").stream().filter(example -> example.name().equals("not-paid")).findFirst()
				.orElseThrow();
		assertThat(examples.replay(shorter, unpaid).differs()).containsExactly("end");
	}

	@Test
	void anUpheldAppealTakesARefusedCaseUpAgainAndOnlyOnce() {
		Procedure procedure = published(files().stream().filter(one -> one.name().equals("minor-repair-licence.yaml")).findFirst().orElseThrow());
		Scenario refused = KeptExamples.bundled(procedure.id()).stream().filter(one -> one.name().equals("needs-a-building-licence"))
				.findFirst().orElseThrow().scenario();
		Act upheld = new Act("", Act.UPHELD, null, Map.of(), false, Map.of(), Map.of(), LocalDate.of(2026, 2, 15));
		assertThat(code(procedure, refused.with(List.of(upheld)))).isEqualTo("appeal.running");
		Trial again = examples.replay(procedure, example(refused.and(upheld))).trial();
		assertThat(again.open()).extracting(Trial.Stay::step).containsExactly("check");
		assertThat(again.way()).containsExactly("check:refuse", "appeal:upheld");
		assertThat(again.dueOn()).as("its whole term from that day").isAfter(LocalDate.of(2026, 2, 15));
		Scenario twice = refused.and(upheld).and(Act.of("check", "refuse")).and(upheld);
		assertThat(code(procedure, twice)).isEqualTo("trial.appealed");
		assertThat(code(procedure, refused.with(List.of(new Act("", Act.WITHDRAWN, null, Map.of(), false, Map.of(), Map.of(), null), upheld))))
				.isEqualTo("appeal.nothing-refused");
	}

	private String code(Procedure procedure, Scenario scenario) {
		return Optional.ofNullable(examples.replay(procedure, example(scenario)).trial().refusal()).map(Refusal::code).orElse("none");
	}

	private static Example example(Scenario scenario) {
		return new Example("one", new LocalizedText("واحدة", "One"), scenario, new Trial.Expected(List.of(), Map.of(), "nowhere"));
	}

	private Procedure published(BundledFile file) {
		Procedure written = House.load(file.text());
		return procedures.version(written.id(), written.version()).orElseThrow(() -> new AssertionError(written.id() + " was not published"));
	}

	@Test
	void whatIsWrongWithAnExampleIsSaidWithItsLine() {
		String text = ExampleYaml.write(KeptExamples.bundled("report-street").getFirst());
		assertThat(ExampleYaml.read(text)).isInstanceOf(Result.Ok.class);
		assertThat(code(ExampleYaml.read(text.replace("opened: 2026-01-11", "opened: yesterday")))).isEqualTo("example.form 3");
		assertThat(code(ExampleYaml.read(text.replace("channel: portal", "chanel: portal")))).isEqualTo("example.form 4");
		assertThat(code(ExampleYaml.read(text.replace("acts:\n", "acts:\n- appeal: lost\n")))).startsWith("example.form ");
		assertThat(code(ExampleYaml.read("example: [\n"))).startsWith("example.form ");
		assertThat(code(ExampleYaml.read(""))).startsWith("example.form ");
	}

	private static String code(Result<Example> result) {
		return result instanceof Result.Refused<Example>(Refusal refusal) ? refusal.code() + " " + refusal.values().get("line") : "read";
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
		assertThat(examples.replay(procedure, example).trial().summary()).satisfies(summary -> {
			assertThat(summary.end()).isEqualTo("refused trial.broken");
			assertThat(summary.fees()).isEqualTo(Map.of());
		});
	}
}
