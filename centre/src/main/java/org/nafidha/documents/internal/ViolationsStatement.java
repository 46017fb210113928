package org.nafidha.documents.internal;

import java.util.List;
import java.util.Map;
import org.nafidha.documents.IssuedDocument.Field;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.platform.Texts;
import org.springframework.stereotype.Component;

/** The violations statement: what is recorded against a property, or plainly that nothing is. */
@Component
class ViolationsStatement implements StatementFields {

	private final PropertyFields property;
	private final Texts texts;

	ViolationsStatement(PropertyFields property, Texts texts) {
		this.property = property;
		this.texts = texts;
	}

	@Override
	public String template() {
		return "violations-statement";
	}

	@Override
	public Result<Map<String, Object>> fields(CaseData data) {
		CaseData sheet = data.map("sheet");
		if (sheet.text("number").isEmpty()) {
			return Refusal.of("document.sheet-missing").asResult();
		}
		List<CaseData> recorded = data.values().get("violations") instanceof List<?> ? data.list("violations") : data.map("violations").list("list");
		Map<String, Object> fields = property.of(sheet);
		fields.put("violations",
				recorded.stream().map(violation -> RegisterStatement.texts(violation, "kind", "decision", "decidedOn", "status")).toList());
		fields.put("count", Integer.toString(recorded.size()));
		return Result.ok(fields);
	}

	@Override
	public List<Field> keyFields(Map<String, Object> fields) {
		CaseData values = new CaseData(fields);
		return List.of(new Field(label("property"), values.text("reference")), new Field(label("sheet"), values.text("sheet")),
				new Field(label("violations"), values.text("count")));
	}

	private String label(String key) {
		return texts.text(Texts.ARABIC, "documents.key." + key);
	}
}
