package org.nafidha.register.internal;

import java.util.Map;
import org.nafidha.platform.Texts;
import org.nafidha.register.Deed;
import org.nafidha.register.OtherRight;
import org.nafidha.register.Sign;
import org.nafidha.register.Violation;
import org.springframework.stereotype.Component;

/** What stands in the books, in the Arabic of a statement. */
@Component
class BookTexts {

	private final Texts texts;

	BookTexts(Texts texts) {
		this.texts = texts;
	}

	/** {@code عقد بيع}. */
	String kind(Deed deed) {
		return arabic("register.deed." + deed.kind().code());
	}

	String kind(OtherRight right) {
		return arabic("register.right." + right.kind().code());
	}

	String direction(OtherRight right) {
		return arabic("register.direction." + (right.direction() == OtherRight.Direction.FOR ? "for" : "against"));
	}

	/** {@code رهن من الدرجة الأولى}. */
	String kind(Sign sign) {
		String kind = arabic("register.sign." + sign.kind().code());
		return sign.degree() == null
				? kind
				: texts.text(Texts.ARABIC, "register.sign.with-degree", Map.of("sign", kind, "degree", arabic("register.degree." + sign.degree())));
	}

	String kind(Violation violation) {
		return arabic("register.violation." + violation.kind().code());
	}

	String status(Violation violation) {
		return arabic("register.violation-status." + violation.status().code());
	}

	private String arabic(String key) {
		return texts.text(Texts.ARABIC, key);
	}
}
