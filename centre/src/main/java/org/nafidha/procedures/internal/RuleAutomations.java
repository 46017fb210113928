package org.nafidha.procedures.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Automation;
import org.nafidha.procedures.CodeList;
import org.nafidha.procedures.DecisionTable;
import org.nafidha.procedures.RuleBook;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** Automations that are data: lists and tables, each with its own types, and what is not available yet. */
@Configuration(proxyBeanMethods = false)
@Import(RuleAutomations.Registrar.class)
class RuleAutomations {

	static final class Registrar implements BeanRegistrar {

		@Override
		public void register(BeanRegistry registry, Environment environment) {
			BundledRules rules = BundledRules.bundled();
			registry.registerBean("ruleBook", RuleBook.class, spec -> spec.supplier(context -> rules));
			rules.lists().values().forEach(list -> add(registry, new OfList(list)));
			rules.tables().values().forEach(table -> add(registry, new OfTable(table)));
			NotYetAutomations.read().forEach(automation -> add(registry, automation));
		}

		private static void add(BeanRegistry registry, Automation automation) {
			registry.registerBean(automation.signature().name(), Automation.class, spec -> spec.supplier(context -> automation));
		}
	}

	/** What the city knows of a code. */
	record OfList(CodeList list) implements Automation {

		@Override
		public Signature signature() {
			Map<String, String> outputs = new HashMap<>(list.facts());
			outputs.putAll(Map.of("code", "string", "known", "boolean", "name", "string", "nameEn", "string"));
			return new Signature("lists." + list.id(), Map.of("item", "string"), outputs, Set.of("done"), Timing.IN_TRANSACTION);
		}

		@Override
		public Answer run(Call call) {
			String code = String.valueOf(call.inputs().get("item"));
			LocalizedText text = list.item(code).map(CodeList.Item::text).orElse(new LocalizedText(code, code));
			Map<String, Object> outputs = new LinkedHashMap<>(list.item(code).map(CodeList.Item::facts).orElse(list.otherwise()));
			outputs.putAll(Map.of("code", code, "known", list.item(code).isPresent(), "name", text.ar(), "nameEn", text.en()));
			return new Answer.Done("done", outputs);
		}
	}

	/** The rule that decides, with its words. */
	record OfTable(DecisionTable table) implements Automation {

		@Override
		public Signature signature() {
			Map<String, String> inputs = new HashMap<>();
			table.inputs().keySet().forEach(name -> inputs.put(name, "string"));
			Map<String, String> outputs = new HashMap<>(table.outputs());
			outputs.putAll(Map.of("rule", "string", "text", "string", "textEn", "string", "legal", "string", "legalEn", "string"));
			return new Signature("tables." + table.id(), inputs, outputs, Set.of("done"), Timing.IN_TRANSACTION);
		}

		@Override
		public Answer run(Call call) {
			Map<String, String> values = new HashMap<>();
			call.inputs().forEach((name, value) -> values.put(name, String.valueOf(value)));
			DecisionTable.Rule rule = table.decide(values);
			Map<String, Object> outputs = new LinkedHashMap<>(rule.then());
			outputs.putAll(Map.of("rule", rule.id(), "text", rule.text().ar(), "textEn", rule.text().en(), "legal",
					rule.legal() == null ? "" : rule.legal().ar(), "legalEn", rule.legal() == null ? "" : rule.legal().en()));
			return new Answer.Done("done", outputs);
		}
	}
}
