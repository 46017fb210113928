package org.nafidha.procedures.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nafidha.procedures.DecisionTable;

/** Lists and decision tables: what they answer, and what is said of wrong ones. */
class RuleBookTests {

	private static final BundledRules RULES = BundledRules.bundled();
	private static final DecisionTable TRADES = RULES.table("trade-by-zone").orElseThrow();
	private static final String TABLE = """
			table: t
			title: { ar: ج, en: t }
			legal: { law: { ar: ق, en: law } }
			inputs: { a: { x: { ar: س, en: x }, y: { ar: ع, en: y } }, b: { p: { ar: ف, en: p }, q: { ar: ق, en: q } } }
			outputs: { allowed: boolean }
			rules:
			  one: { when: { a: [x] }, then: { allowed: true }, text: { ar: ن, en: one }, legal: law }
			  two: { when: { a: [y], b: [q] }, then: { allowed: false }, text: { ar: ن, en: two } }
			otherwise: { then: { allowed: false }, text: { ar: ن, en: otherwise } }
			""";

	@Test
	void antiquesOpenWhereTheCouncilsDecisionSays() {
		assertThat(rule("antiques", "connected", "basement")).isEqualTo("antiques-connected");
		assertThat(rule("antiques", "detached", "garage")).isEqualTo("antiques-detached");
		assertThat(rule("antiques", "industrial", "flat")).isEqualTo("antiques-industrial");
		assertThat(rule("antiques", "detached", "flat")).isEqualTo("homes-stay-homes");
		assertThat(rule("antiques", "unknown", "shop")).isEqualTo("otherwise");
	}

	@Test
	void everyTradeBelongsToAGroupOfTheTableAndEveryZoneToAKind() {
		assertThat(RULES.list("trades").orElseThrow().items().values())
				.allSatisfy(trade -> assertThat(TRADES.inputs().get("group")).containsKey(String.valueOf(trade.facts().get("group"))));
		assertThat(RULES.list("planning-zones").orElseThrow().items().values())
				.allSatisfy(zone -> assertThat(TRADES.inputs().get("zone")).containsKey(String.valueOf(zone.facts().get("kind"))));
	}

	@Test
	void aRuleThatIsWrongIsNamedWithItsLine() {
		assertThat(read(TABLE).table("t").orElseThrow().decide(Map.of("a", "y", "b", "p")).id()).isEqualTo("otherwise");
		refused(TABLE.replace("a: [y], b: [q]", "b: [q]"), "rules/t.yaml:8: The rules \"one\" and \"two\" both fit when a = x, b = q");
		refused(TABLE.replace("[x]", "[z]"), "rules/t.yaml:7: \"z\" is no value of \"a\". There is: x, y");
		refused(TABLE.replace("allowed: true", "allowed: perhaps"), "rules/t.yaml:7: \"allowed\" is missing here or is no boolean");
		refused(TABLE.replace("legal: law }", "legal: other }"), "\"other\" is no value of \"legal\"");
		refused(TABLE.replaceAll("otherwise: .*\n", ""), "when no rule fits");
		refused(TABLE.replace("en: two", "en: one, two"), "rules/t.yaml:8");
	}

	private static String rule(String group, String zone, String place) {
		return TRADES.decide(Map.of("group", group, "zone", zone, "place", place)).id();
	}

	private static BundledRules read(String text) {
		return BundledRules.read(Map.of("t.yaml", text));
	}

	private static void refused(String text, String says) {
		assertThatThrownBy(() -> read(text)).hasMessageContaining(says);
	}
}
