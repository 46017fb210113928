package org.nafidha.portal.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.Refusal;
import org.nafidha.portal.TradeAnswer;
import org.nafidha.procedures.CodeList;
import org.nafidha.procedures.DecisionTable;
import org.nafidha.procedures.RuleBook;
import org.nafidha.web.Form;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "May I open this trade here?" before anybody asks for a licence: one page, the same rules that the licence is decided by. */
@Controller
class TradePages {

	private static final String TRADE = "trade";
	private static final String ZONE = "zone";
	private static final String PLACE = "place";
	private static final String TRADES = "trades";
	private static final String ZONES = "planning-zones";
	private static final String TABLE = "trade-by-zone";

	private final RuleBook rules;

	TradePages(RuleBook rules) {
		this.rules = rules;
	}

	@GetMapping("/may-i-open")
	String ask(@RequestParam Map<String, String> sent, Model model) {
		CodeList trades = rules.list(TRADES).orElseThrow();
		CodeList zones = rules.list(ZONES).orElseThrow();
		DecisionTable table = rules.table(TABLE).orElseThrow();
		Map<String, LocalizedText> places = table.inputs().getOrDefault(PLACE, Map.of());
		Form form = Form.of(sent);
		model.addAttribute("form", form);
		model.addAttribute("trades", texts(trades));
		model.addAttribute("zones", texts(zones));
		model.addAttribute("places", places);
		if (sent.containsKey(TRADE)) {
			Optional<CodeList.Item> trade = chosen(form, TRADE, trades.item(form.value(TRADE)));
			Optional<CodeList.Item> zone = chosen(form, ZONE, zones.item(form.value(ZONE)));
			Optional<LocalizedText> place = chosen(form, PLACE, Optional.ofNullable(places.get(form.value(PLACE))));
			if (!form.wrong()) {
				model.addAttribute("answer", answer(table, form.value(PLACE), trade.orElseThrow(), zone.orElseThrow(), place.orElseThrow()));
			}
		}
		return "portal/mayIOpen";
	}

	private static TradeAnswer answer(DecisionTable table, String place, CodeList.Item trade, CodeList.Item zone, LocalizedText placeName) {
		DecisionTable.Rule rule = table.decide(Map.of("group", fact(trade, "group"), ZONE, fact(zone, "kind"), PLACE, place));
		return new TradeAnswer(Boolean.TRUE.equals(rule.then().get("allowed")), rule.text(), rule.legal(), trade.text(), zone.text(),
				new LocalizedText(fact(zone, "kindName"), fact(zone, "kindNameEn")), placeName);
	}

	private static String fact(CodeList.Item item, String name) {
		return String.valueOf(item.facts().get(name));
	}

	private static <T> Optional<T> chosen(Form form, String field, Optional<T> found) {
		if (found.isEmpty()) {
			form.reject(field, Refusal.of("input.choice"));
		}
		return found;
	}

	private static Map<String, LocalizedText> texts(CodeList list) {
		Map<String, LocalizedText> texts = new LinkedHashMap<>();
		list.items().forEach((code, item) -> texts.put(code, item.text()));
		return texts;
	}
}
