package org.nafidha.documents.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nafidha.documents.IssuedDocument.Field;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.platform.Texts;
import org.springframework.stereotype.Component;

/** The temporary-register statement: owners with their shares of 2400, rights, signs, and what there is none of. */
@Component
class RegisterStatement implements StatementFields {

	/** In the order in which a statement names those that are not there. */
	private static final List<String> SIGNS = List.of("mortgage", "lawsuit", "seizure", "restraint");

	private final PropertyFields property;
	private final Texts texts;

	RegisterStatement(PropertyFields property, Texts texts) {
		this.property = property;
		this.texts = texts;
	}

	@Override
	public String template() {
		return "temporary-register-statement";
	}

	@Override
	public Result<Map<String, Object>> fields(CaseData data) {
		CaseData sheet = data.map("sheet");
		List<CaseData> owners = sheet.list("owners");
		if (sheet.text("number").isEmpty() || owners.isEmpty()) {
			return Refusal.of("document.sheet-missing").asResult();
		}
		Map<String, Object> fields = property.of(sheet);
		fields.put("sole", owners.size() == 1);
		fields.put("owners", owners.stream().map(owner -> texts(owner, "name", "shares", "deed", "since")).toList());
		fields.put("rights", sheet.list("rights").stream().map(right -> {
			Map<String, String> row = texts(right, "kind", "direction", "deed", "since");
			row.put("holder", right.firstText("holder", "inFavourOf").orElse(""));
			return row;
		}).toList());
		fields.put("signs", sheet.list("signs").stream().map(sign -> texts(sign, "kind", "inFavourOf", "deed", "since")).toList());
		fields.put("absentSigns", absent(sheet.list("signs")));
		return Result.ok(fields);
	}

	@Override
	public List<Field> keyFields(Map<String, Object> fields) {
		CaseData values = new CaseData(fields);
		List<CaseData> owners = values.list("owners");
		CaseData first = owners.getFirst();
		List<Field> keys = new ArrayList<>();
		keys.add(new Field(label("property"), values.text("reference")));
		keys.add(new Field(label("sheet"), values.text("sheet")));
		if (values.is("sole")) {
			keys.add(new Field(label("owner"), first.text("name")));
		} else {
			keys.add(new Field(label("owners"), Integer.toString(owners.size())));
			keys.add(new Field(label("first-owner"), first.text("name") + " " + first.text("shares")));
		}
		return keys;
	}

	/** Kinds of signs that the sheet does not carry, in words; blank when one's kind is unknown, for then nothing can be said. */
	private String absent(List<CaseData> signs) {
		Set<String> present = signs.stream().map(sign -> sign.text("code")).collect(Collectors.toSet());
		if (!SIGNS.containsAll(present)) {
			return "";
		}
		return SIGNS.stream().filter(kind -> !present.contains(kind)).map(kind -> texts.text(Texts.ARABIC, "documents.sign." + kind))
				.collect(Collectors.joining(texts.text(Texts.ARABIC, "documents.or")));
	}

	private String label(String key) {
		return texts.text(Texts.ARABIC, "documents.key." + key);
	}

	static Map<String, String> texts(CaseData row, String... names) {
		Map<String, String> texts = new LinkedHashMap<>();
		for (String name : names) {
			texts.put(name, row.text(name));
		}
		return texts;
	}
}
