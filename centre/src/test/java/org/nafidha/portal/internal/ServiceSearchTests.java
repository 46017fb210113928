package org.nafidha.portal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.portal.Service;
import org.nafidha.procedures.Procedure;

class ServiceSearchTests {

	private final Service register = service("temporary-register-statement", "بيان سجل مؤقت", "Temporary-register statement", "من يملك العقار",
			List.of("ملكية", "طابو", "بيت", "property"));
	private final Service violations = service("violations-statement", "بيان مخالفات", "Violations statement", "هل على العقار مخالفات بناء",
			List.of("مخالفة بناء", "هدم", "بيت"));
	private final List<Service> all = List.of(register, violations);

	@ParameterizedTest
	@ValueSource(strings = {"مخالفات", "المخالفات", "مخالفه", "مخالفة", "مخالفاة", "بيان المخالفات", "violation", "VIOLATIONS", "violatoins"})
	void aServiceIsFoundByManySpellingsOfItsName(String question) {
		assertThat(ServiceSearch.find(all, question)).first().isEqualTo(violations);
	}

	@ParameterizedTest
	@ValueSource(strings = {"ملكيه", "طابو", "الطابو", "مِلكيّة", "بدي طابو", "who owns my property"})
	void aServiceIsFoundByEverydayWords(String question) {
		assertThat(ServiceSearch.find(all, question)).first().isEqualTo(register);
	}

	@Test
	void aWordOfBothServicesFindsBoth() {
		assertThat(ServiceSearch.find(all, "بيت")).containsExactlyInAnyOrder(register, violations);
	}

	@Test
	void aWordOfNoServiceFindsNothing() {
		assertThat(ServiceSearch.find(all, "جواز سفر")).isEmpty();
	}

	@Test
	void anEmptyQuestionFindsEverythingInItsOrder() {
		assertThat(ServiceSearch.find(all, "  من في ")).containsExactly(register, violations);
	}

	@Test
	void oneWrongLetterIsForgivenAndTwoAreNot() {
		assertThat(ServiceSearch.oneLetterApart("tabu", "tebu")).isTrue();
		assertThat(ServiceSearch.oneLetterApart("tabu", "tabou")).isTrue();
		assertThat(ServiceSearch.oneLetterApart("tabu", "tau")).isTrue();
		assertThat(ServiceSearch.oneLetterApart("tabu", "atbu")).isTrue();
		assertThat(ServiceSearch.oneLetterApart("tabu", "atub")).isFalse();
		assertThat(ServiceSearch.oneLetterApart("tabu", "ta")).isFalse();
	}

	private static Service service(String id, String ar, String en, String summary, List<String> keywords) {
		LocalizedText name = new LocalizedText(ar, en);
		Procedure procedure = new Procedure(id, 1, name, new LocalizedText(summary, "-"), "council", Set.of(Procedure.Channel.PORTAL), List.of(), 1,
				List.of(), null, List.of(), List.of(), "start", Map.of(), Map.of(), null, null, keywords, null, false, true, "");
		return new Service(procedure, name, List.of(), List.of(), List.of(), null, List.of(), List.of(), null, null);
	}
}
