package org.nafidha.documents.paper;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Invented statements of different lengths. */
final class Samples {

	static final Instant ISSUED = Instant.parse("2026-11-23T07:42:00Z");

	private Samples() {
	}

	static Imprint imprint() {
		return new Imprint("NAF1:" + "6BF+70D*:9E3%2F".repeat(38), "{\"number\":\"TRS-2026-018442-6\"}".getBytes(StandardCharsets.UTF_8),
				"مجلس مدينة حلب",
				ISSUED);
	}

	/** As ui/document.html. */
	static Map<String, Object> statement() {
		Map<String, Object> values = common("TRS-2026-018442-6", "مديرية السجل المؤقت", "أمين السجل المؤقت");
		values.put("asOf", "2026-11-23 10:41");
		values.put("property", "المنطقة العقارية الثانية، المحضر /2533/");
		values.put("zoneName", "الثانية");
		values.put("parcel", "/2533/");
		values.put("section", "/1+9/");
		values.put("sheet", "SM-004127");
		values.put("description", "دار سكنية، الطابق الأول");
		values.put("area", "118.40");
		values.put("sole", false);
		values.put("verified", true);
		values.put("owners", List.of(owner("محمد نور بن عبد القادر الحلبي", "1600", "عقد بيع 412/2011", "2011-09-04"),
				owner("فاطمة بنت أحمد الأشرفي", "800", "حصر إرث 77/2019", "2019-02-17")));
		values.put("rights", List.of());
		values.put("signs",
				List.of(Map.of("kind", "رهن من الدرجة الأولى", "inFavourOf", "المصرف التجاري السوري، فرع حلب 6", "deed", "عقد 1180/2020", "since",
						"2020-06-02")));
		values.put("absentSigns", "دعوى أو حجز أو منع تصرّف");
		return values;
	}

	static Map<String, Object> soleOwner() {
		Map<String, Object> values = statement();
		values.put("sole", true);
		values.put("section", "");
		values.put("owners", List
				.of(owner("مُحَمَّدٌ أمين بن لؤي آل جلال", "2400", "حكم محكمة البداية المدنية الأولى بحلب، أساس 2044 قرار 318/2014", "2014-03-30")));
		values.put("signs", List.of());
		values.put("absentSigns", "رهن أو دعوى أو حجز أو منع تصرّف");
		values.put("receipt", "");
		return values;
	}

	static Map<String, Object> demonstration() {
		Map<String, Object> values = soleOwner();
		values.put("demo", true);
		return values;
	}

	/** Heirs of heirs: three pages. */
	static Map<String, Object> manyOwners() {
		Map<String, Object> values = statement();
		List<Map<String, Object>> owners = new ArrayList<>();
		String[] given = {"محمد نور", "فاطمة", "عبد الرحمن", "لميس", "آلاء", "بهاء الدين", "أمّ كلثوم", "إياد"};
		for (int i = 0; i < 70; i++) {
			owners.add(owner(given[i % 8] + " بن عبد القادر الحلبي " + (i % 5 == 0 ? "المعروف بابن الحاج مصطفى آغا الكيّال (Al-Kayyal)" : "الصبّاغ"),
					"34 2/7",
					"حصر إرث 77/2019 ووثيقة تخارج 1204-B/2020", "2019-02-17"));
		}
		values.put("owners", owners);
		values.put("rights",
				List.of(Map.of("kind", "حق ارتفاق", "direction", "على العقار", "holder", "مالك المحضر (الجار الغربي) /2534/ (Citizen Service Center)",
						"deed", "قرار لجنة التحديد والتحرير رقم 12 لعام 1931", "since", "1931-05-09")));
		return values;
	}

	static Map<String, Object> violations() {
		Map<String, Object> values = noViolation();
		values.put("violations", List.of(violation("تجاوز على الوجيبة", "318/2014", "2014-03-30", "سُوّيت"),
				violation("إضافة طابق دون رخصة", "", "", "قائمة")));
		values.put("count", "2");
		return values;
	}

	static Map<String, Object> noViolation() {
		Map<String, Object> values = statement();
		values.putAll(common("VST-2026-000017-7", "مديرية الشؤون الفنية، شعبة مراقبة البناء", "رئيس شعبة مراقبة البناء"));
		values.put("violations", List.of());
		values.put("count", "0");
		return values;
	}

	static Map<String, Object> violation(String kind, String decision, String decidedOn, String status) {
		return Map.of("kind", kind, "decision", decision, "decidedOn", decidedOn, "status", status);
	}

	static Map<String, Object> owner(String name, String shares, String deed, String since) {
		return Map.of("name", name, "shares", shares, "deed", deed, "since", since);
	}

	static Map<String, Object> common(String number, String office, String signatory) {
		Map<String, Object> values = new HashMap<>();
		values.put("number", number);
		values.put("office", office);
		values.put("issuedAt", "2026-11-23 10:42");
		values.put("case", "2026-041587-3");
		values.put("verifyAt", "https://nafidha.aleppo.example/verify");
		values.put("entry", "1204887");
		values.put("fee", "600");
		values.put("receipt", "7-0031926");
		values.put("signatory", signatory);
		values.put("demo", false);
		return values;
	}
}
