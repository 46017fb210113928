package org.nafidha.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nafidha.console.ExampleLine;
import org.nafidha.platform.Texts;
import org.nafidha.procedures.Drafts.Kept;
import org.nafidha.procedures.Example;
import org.nafidha.procedures.Examples;
import org.nafidha.procedures.LoadedProcedure;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.ProcedureLoader;
import org.nafidha.procedures.Procedures;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What an engineer reads of an example that goes otherwise than it did. */
@CentreTest
class ExampleLinesTests {

	@Autowired
	ExampleLines lines;
	@Autowired
	Examples examples;
	@Autowired
	Procedures procedures;
	@Autowired
	ProcedureLoader loader;

	@Test
	void aFeeThatComesToSomethingElseIsNamedWithBothSumsAndTheEndIsTheSame() {
		Procedure published = procedures.current("violations-statement").orElseThrow();
		String dearer = published.text().replace("amount: 300", "amount: 350");
		Procedure changed = ((LoadedProcedure.Loaded) loader.load("x", dearer)).procedure();
		ExampleLine line = line(changed, example(published, "nothing-recorded"), null);
		assertThat(line.passed()).isFalse();
		assertThat(line.fees()).containsExactly(new ExampleLine.Fee("رسم البيان", BigDecimal.valueOf(300), BigDecimal.valueOf(350)));
		assertThat(line(changed, example(published, "nothing-recorded"), "end-granted").acceptedOtherEnd()).as("accepted with its fee").isFalse();
		assertThat(line(changed, example(published, "nothing-recorded"), "end-refused").acceptedOtherEnd()).isTrue();
	}

	@Test
	void aRefusedOpeningIsToldInTheWordsThatTheApplicantReads() {
		Procedure licence = procedures.current("administrative-licence").orElseThrow();
		assertThat(line(licence, example(licence, "joinery-among-homes"), null).to()).startsWith("رُفض الفتح: لا تسمح أنظمة المدينة")
				.doesNotContain("trade-not-allowed-here").doesNotEndWith(".");
	}

	private Example example(Procedure procedure, String name) {
		return examples.of(procedure.id(), procedure.version()).stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
	}

	private ExampleLine line(Procedure procedure, Example example, @Nullable String acceptedFrom) {
		return lines.of(procedure, List.of(new Kept(example, acceptedFrom)), Texts.ARABIC).getFirst();
	}
}
