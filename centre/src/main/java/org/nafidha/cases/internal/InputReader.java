package org.nafidha.cases.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.CaseInputs;
import org.nafidha.kernel.Digits;
import org.nafidha.kernel.PropertyRef;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.kernel.WrittenDate;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Bounds;
import org.nafidha.procedures.Procedure.Input;

/** Reads typed inputs field by field; an answer names every wrong field at once. */
final class InputReader {

	private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,4})?");

	private InputReader() {
	}

	static CaseInputs read(Procedure procedure, Map<String, String> typed) {
		Map<String, Object> values = new LinkedHashMap<>();
		Map<String, Refusal> wrong = new LinkedHashMap<>();
		for (Input input : procedure.inputs()) {
			String text = typed.getOrDefault(input.id(), "").strip();
			if (text.isEmpty()) {
				if (input.required()) {
					wrong.put(input.id(), Refusal.of("input.missing"));
				}
				continue;
			}
			switch (value(input, text)) {
				case Result.Ok<Object>(Object value) -> values.put(input.id(), value);
				case Result.Refused<Object>(Refusal refusal) -> wrong.put(input.id(), refusal);
			}
		}
		return wrong.isEmpty() ? new CaseInputs.Valid(values) : new CaseInputs.Invalid(wrong);
	}

	/** What the case knows of its inputs, in the order of the procedure. */
	static Map<String, Object> known(CaseFile file, Procedure procedure) {
		Map<String, Object> known = new LinkedHashMap<>();
		for (Input input : procedure.inputs()) {
			Object value = file.data().get(input.id());
			if (value != null) {
				known.put(input.id(), value);
			}
		}
		return known;
	}

	private static Result<Object> value(Input input, String text) {
		return switch (input.type()) {
			case PROPERTY_REF -> PropertyRef.parse(text).map(PropertyRef::toString);
			case CHOICE -> input.options().containsKey(text) ? Result.ok(text) : Refusal.of("input.choice").asResult();
			case TEXT -> text.length() <= input.maxLength()
					? Result.ok(text)
					: Refusal.of("input.too-long", Map.of("max", Integer.toString(input.maxLength()), "length", Integer.toString(text.length())))
							.asResult();
			case NUMBER -> number(text, input.bounds());
			case DATE -> WrittenDate.read(text).map(LocalDate::toString);
		};
	}

	private static Result<Object> number(String text, @Nullable Bounds bounds) {
		String digits = Digits.clean(text).replace("٫", ".").replace("٬", "").replace(",", "");
		if (!NUMBER.matcher(digits).matches()) {
			return Refusal.of("input.number").asResult();
		}
		BigDecimal number = new BigDecimal(digits);
		if (bounds != null && (number.compareTo(bounds.least()) < 0 || number.compareTo(bounds.most()) > 0)) {
			return Refusal.of("input.bounds", Map.of("min", plain(bounds.least()), "max", plain(bounds.most()))).asResult();
		}
		if (bounds != null && bounds.whole() && number.stripTrailingZeros().scale() > 0) {
			return Refusal.of("input.whole").asResult();
		}
		return Result.ok(number);
	}

	private static String plain(BigDecimal number) {
		return number.stripTrailingZeros().toPlainString();
	}
}
