package org.nafidha.documents.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nafidha.documents.IssuedDocument.Field;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure;

/** A document whose fields the procedure itself says, as formulas; {@code holder} is the name of whose document it is. */
record DeclaredStatement(Procedure.IssuedDocument document, String holder) implements StatementFields {

	@Override
	public String template() {
		return document.template();
	}

	@Override
	public Result<Map<String, Object>> fields(CaseData data) {
		Map<String, Object> known = new LinkedHashMap<>();
		data.values().forEach((name, value) -> known.put(String.valueOf(name), value));
		Map<String, Object> fields = new LinkedHashMap<>(Map.of("holder", holder));
		document.fields().forEach((name, formula) -> fields.put(name, printed(formula.evaluate(known))));
		return Result.ok(fields);
	}

	@Override
	public List<Field> keyFields(Map<String, Object> fields) {
		CaseData values = new CaseData(fields);
		return document.inCode().entrySet().stream().filter(entry -> !values.text(entry.getKey()).isEmpty())
				.map(entry -> new Field(entry.getValue().ar(), values.text(entry.getKey()))).toList();
	}

	/** Texts, yes or no, and lists of rows of texts: what canonical data and templates know. */
	private static Object printed(@Nullable Object value) {
		return switch (value) {
			case null -> "";
			case Boolean yes -> yes;
			case LocalDate day -> day.toString();
			case List<?> rows -> rows.stream().map(row -> row instanceof Map<?, ?> map ? texts(map) : Map.of("text", text(row))).toList();
			default -> text(value);
		};
	}

	private static Map<String, Object> texts(Map<?, ?> row) {
		Map<String, Object> texts = new LinkedHashMap<>();
		row.forEach((name, value) -> texts.put(String.valueOf(name), value instanceof Boolean ? value : text(value)));
		return texts;
	}

	private static String text(@Nullable Object value) {
		return value == null ? "" : new CaseData(Map.of("value", value)).text("value");
	}
}
