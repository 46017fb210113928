package org.nafidha.register.internal;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.platform.Texts;
import org.nafidha.register.Deed;
import org.nafidha.register.OtherRight;
import org.nafidha.register.Sign;
import org.nafidha.register.Violation;
import org.springframework.stereotype.Component;

/** What stands in the books: in the Arabic of a statement, and in English for whoever reads the screens in it. */
@Component
class BookTexts {

	private final Texts texts;

	BookTexts(Texts texts) {
		this.texts = texts;
	}

	/** {@code عقد بيع}. */
	LocalizedText kind(Deed deed) {
		return both("register.deed." + deed.kind().code());
	}

	LocalizedText kind(OtherRight right) {
		return both("register.right." + right.kind().code());
	}

	LocalizedText direction(OtherRight right) {
		return both("register.direction." + (right.direction() == OtherRight.Direction.FOR ? "for" : "against"));
	}

	/** {@code رهن من الدرجة الأولى}. */
	LocalizedText kind(Sign sign) {
		LocalizedText kind = both("register.sign." + sign.kind().code());
		return sign.degree() == null
				? kind
				: both(language -> texts.text(language, "register.sign.with-degree",
						Map.of("sign", kind.in(language), "degree", texts.text(language, "register.degree." + sign.degree()))));
	}

	LocalizedText kind(Violation violation) {
		return both("register.violation." + violation.kind().code());
	}

	LocalizedText status(Violation violation) {
		return both("register.violation-status." + violation.status().code());
	}

	/** Adds the text under the name, and the English one under the name with {@code En} at its end: as procedures and screens read it. */
	static void put(Map<String, Object> values, String name, LocalizedText text) {
		values.put(name, text.ar());
		values.put(name + "En", text.en());
	}

	private LocalizedText both(String key) {
		return both(language -> texts.text(language, key));
	}

	private static LocalizedText both(Function<Locale, String> text) {
		return new LocalizedText(text.apply(Texts.ARABIC), text.apply(Texts.ENGLISH));
	}
}
