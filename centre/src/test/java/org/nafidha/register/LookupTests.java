package org.nafidha.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.Refusal;
import org.nafidha.platform.Texts;
import org.nafidha.procedures.Automation;
import org.nafidha.procedures.Procedure;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What procedures and documents read from the register. */
@CentreTest
class LookupTests {

	private static final LocalizedText TEXT = new LocalizedText("إجراء", "Procedure");
	private static final Procedure PROCEDURE = new Procedure("test", 1, TEXT, TEXT, "council", Set.of(), List.of(), 1, List.of(), null, List.of(),
			List.of(),
			"end", Map.of(), Map.of(), null, null, List.of(), null, false, true, "");

	@Autowired
	List<Automation> automations;
	@Autowired
	DemoCity city;
	@Autowired
	Texts texts;

	@Test
	void theSheetIsGivenAsTheStatementPrintsIt() {
		Persona persona = persona("mortgaged");
		Map<String, Object> out = done("register.sheet", Map.of("property", "٢/٢٥٣٣/١+٩", "personId", persona.person().id()));
		assertThat(out).containsEntry("number", "SM-004127").containsEntry("zoneName", "الجديدة").containsEntry("parcel", "2533")
				.containsEntry("section", "1+9").containsEntry("verified", true).containsEntry("applicantIsOwner", true).containsEntry("demo", true)
				.containsEntry("found", true);
		assertThat(out.get("areaM2")).hasToString("118.40");
		assertThat(first(out, "owners")).containsEntry("name", "محمد نور بن عبد القادر الحلبي").containsEntry("shares", "1600")
				.containsEntry("sole", false).containsEntry("deed", "عقد بيع 412/2011").containsEntry("since", "2011-09-04");
		assertThat(first(out, "signs")).containsEntry("kind", "رهن من الدرجة الأولى").containsEntry("kindEn", "Mortgage of the first degree")
				.containsEntry("deedNumber", "1180/2020")
				.containsEntry("inFavourOf", "المصرف التجاري السوري، فرع حلب 6");
		assertThat(out.get("rights")).isEqualTo(List.of());
	}

	@Test
	void everyOutputThatIsPromisedIsThereAndNothingElse() {
		Persona persona = persona("heir-of-seven");
		for (String name : List.of("register.sheet", "register.violations")) {
			assertThat(done(name, Map.of("property", persona.property().toString(), "personId", "nobody")).keySet()).as(name)
					.isEqualTo(automation(name).signature().outputs().keySet());
		}
	}

	@Test
	void somebodyElseIsNotTheOwner() {
		Map<String, Object> out = done("register.sheet",
				Map.of("property", persona("sole-owner").property().toString(), "personId", persona("mortgaged").person().id()));
		assertThat(out).containsEntry("applicantIsOwner", false);
		assertThat(first(out, "owners")).containsEntry("sole", true);
	}

	@Test
	void anUnknownPropertyIsRefusedInWordsThatHelp() {
		Automation.Answer answer = run("register.sheet", Map.of("property", "1/6400000", "personId", "nobody"));
		assertThat(answer).isInstanceOfSatisfying(Automation.Answer.Refused.class, refused -> {
			assertThat(refused.refusal().code()).isEqualTo("property.unknown");
			assertThat(texts.text(Texts.ARABIC, refused.refusal())).contains("1/6400000");
			assertThat(texts.text(Texts.ENGLISH, refused.refusal())).contains("1/6400000").contains("title deed");
		});
		assertThat(run("register.sheet", Map.of("property", "القلعة", "personId", "nobody")))
				.isEqualTo(new Automation.Answer.Refused(Refusal.of("property.form")));
	}

	@Test
	void violationsAreListedAndAnUnclearOneIsFlagged() {
		Map<String, Object> out = done("register.violations", Map.of("property", persona("with-violations").property().toString()));
		assertThat(out).containsEntry("found", true).containsEntry("unclear", true).containsEntry("count", 2).containsEntry("propertyFound", true);
		assertThat(first(out, "list")).containsEntry("kind", "إضافة طابق دون رخصة").containsEntry("decision", "1142")
				.containsEntry("decidedOn", "2013-07-18").containsEntry("status", "قائمة").containsEntry("unclear", false);
	}

	@Test
	void aCleanPropertyHasNoneAndAnUnknownOneIsUnclear() {
		assertThat(done("register.violations", Map.of("property", persona("sole-owner").property().toString()))).containsEntry("found", false)
				.containsEntry("unclear", false).containsEntry("count", 0);
		assertThat(done("register.violations", Map.of("property", "1/6400000"))).containsEntry("found", false).containsEntry("unclear", true)
				.containsEntry("propertyFound", false);
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> first(Map<String, Object> out, String list) {
		return ((List<Map<String, Object>>) out.getOrDefault(list, List.of(Map.of()))).getFirst();
	}

	private Map<String, Object> done(String name, Map<String, Object> inputs) {
		return run(name, inputs) instanceof Automation.Answer.Done(String outcome, Map<String, Object> outputs) && outcome.equals("done")
				? outputs
				: Map.of();
	}

	private Automation.Answer run(String name, Map<String, Object> inputs) {
		return automation(name)
				.run(new Automation.Call("test/1", "2026-000001-1", "step", PROCEDURE, new Automation.CaseApplicant("nobody", null), inputs,
						Map.of()));
	}

	private Automation automation(String name) {
		return automations.stream().filter(a -> a.signature().name().equals(name)).findFirst().orElseThrow();
	}

	private Persona persona(String key) {
		return city.personas().stream().filter(p -> p.key().equals(key)).findFirst().orElseThrow();
	}
}
