package org.nafidha.documents.internal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a case knows when its document is made, for each procedure whose paper another body gives: invented people, as the agencies answer of them. */
final class AgencyAnswers {

	private static final String AS_OF = "2026-11-23T07:41:00Z";

	private AgencyAnswers() {
	}

	/** Long names, many rows, everything there. */
	static Map<String, Map<String, Object>> full() {
		Map<String, Map<String, Object>> cases = new HashMap<>();
		cases.put("individual-extract", Map.of("extract", and(man(), "firstName", "محمد نور", "familyName", "الحلبي", "events",
				List.of(Map.of("kind", "marriage", "on", "2012-05-17", "note", "من فاطمة الأشرفي، واقعة 1180"),
						Map.of("kind", "transfer", "on", "2015-02-03", "note", "")))));
		cases.put("family-extract", Map.of("family", and(entry(), "nationalNumber", "02010345678", "head", "محمد نور عبد القادر الحلبي", "members",
				List.of(member("head", "محمد نور الحلبي", "male", "married", "1987-03-14", "02010345678"),
						member("wife", "فاطمة الزهراء الأشرفي", "female", "married", "1990-10-04", "02010345679"),
						member("son", "عبد القادر الحلبي", "male", "single", "2013-06-21", "02010345680"),
						member("daughter", "أمّ كلثوم الحلبي", "female", "single", "2016-01-30", "02010345681")))));
		cases.put("birth-statement", Map.of("birth", man()));
		cases.put("marriage-statement", Map.of("marriage", and(couple(), "marriageDate", "2012-05-17", "marriagePlace", "حلب", "court",
				"المحكمة الشرعية الثانية بحلب", "contractNumber", "318/2012")));
		cases.put("divorce-statement", Map.of("divorce", and(couple(), "divorceDate", "2019-03-05", "court", "المحكمة الشرعية الثانية بحلب",
				"judgmentNumber", "أساس 2044 قرار 91/2019", "divorceKind", "mutual")));
		cases.put("death-statement", Map.of("death", and(man(), "deathPlace", "حلب، مشفى الجامعة", "deathDate", "2024-08-19")));
		cases.put("no-conviction", Map.of("purpose", "job", "identity", man(), "answer", and(Map.of("reference", "MI-2026-771204"), "clean", true,
				"comeInPerson", false, "validUntil", "2027-02-23", "asOf", AS_OF)));
		cases.put("not-employed", Map.of("purpose", "licence", "identity", man(), "answer",
				and(Map.of("reference", "AD-2026-00391"), "employed", false, "asOf", AS_OF)));
		cases.put("foreign-attestation", Map.of("country", "المملكة العربية السعودية", "paper",
				Map.of("number", "CIE-2026-000012-3", "title", "إخراج قيد فردي", "issuedOn", "2026-11-20"), "attestation",
				Map.of("attestationNumber", "MFA-88-2026-10442", "attestedOn", "2026-11-24", "desk", "المكتب القنصلي بحلب", "asOf", AS_OF)));
		cases.put("property-extract", Map.of("property", "2/2533/1+9", "extract", and(parcel(), "kind", "ملك", "description",
				"دار سكنية، الطابق الأول", "sheet", "6604", "owners",
				List.of(Map.of("name", "محمد نور بن عبد القادر الحلبي", "shares", "1600", "deed", "عقد بيع 412/2011", "since", "2011-09-04"),
						Map.of("name", "فاطمة بنت أحمد الأشرفي", "shares", "800", "deed", "حصر إرث 77/2019", "since", "2019-02-17")),
				"rights", List.of(), "signs",
				List.of(Map.of("kind", "رهن من الدرجة الأولى", "inFavourOf", "المصرف التجاري السوري، فرع حلب 6", "deed", "عقد 1180/2020", "since",
						"2020-06-02")))));
		cases.put("survey-plan", Map.of("property", "2/2533/1+9", "survey", and(parcel(), "sheet", "2/2533-4", "scale", "1:500", "system",
				"الستيريوغرافي السوري", "surveyedOn", "1998-04-12", "points", new BigDecimal(4), "corners",
				List.of(corner("1", "-312840.12", "118204.77", "14.20"), corner("2", "-312826.31", "118201.44", "8.35"),
						corner("3", "-312828.27", "118193.32", "14.20"), corner("4", "-312842.08", "118196.65", "8.35")),
				"neighbours", List.of(Map.of("side", "الشمال", "what", "المحضر 2534"), Map.of("side", "الجنوب", "what", "طريق عام")))));
		cases.put("alphabetical-index",
				Map.of("index", and(man(), "properties", List.of(property("9+1", "1600"), property("", "342 6/7")))));
		cases.put("martyr-family-support", Map.of("martyrName", "مصطفى أحمد الصباغ", "martyredOn", "2016-09-23", "relation", "spouse", "dependants",
				new BigDecimal(4)));
		return cases;
	}

	/** Where an agency has nothing to say: empty texts and lists. */
	static Map<String, Map<String, Object>> sparse() {
		Map<String, Map<String, Object>> cases = full();
		cases.replaceAll((procedure, data) -> {
			Map<String, Object> bare = new HashMap<>(data);
			bare.replaceAll((name, value) -> value instanceof Map<?, ?> map ? bared(map) : value);
			return bare;
		});
		return cases;
	}

	private static Map<String, Object> bared(Map<?, ?> answer) {
		Map<String, Object> bare = new HashMap<>();
		answer.forEach((name, value) -> bare.put(String.valueOf(name), switch (value) {
			case List<?> rows when !name.equals("owners") && !name.equals("members") && !name.equals("corners") -> List.of();
			case String text when List.of("section", "page", "contractNumber", "judgmentNumber", "eventDate", "court", "deathPlace",
					"reference", "desk", "surveyedOn", "system", "mother", "birthPlace", "husbandBirth", "wifeMother").contains(name) ->
				"";
			default -> value;
		}));
		return bare;
	}

	private static Map<String, Object> man() {
		return and(entry(), "nationalNumber", "02010345678", "fullName", "محمد نور عبد القادر الحلبي", "father", "عبد القادر", "mother",
				"فاطمة الأشرفي", "sex", "male", "birthPlace", "حلب، الجديدة", "birthDate", "1987-03-14", "maritalStatus", "married", "eventNumber",
				"4471",
				"eventDate", "1987-03-22");
	}

	private static Map<String, Object> entry() {
		return Map.of("registryOffice", "حلب، الأمانة الثانية", "entry", "118", "page", "الجديدة", "asOf", AS_OF);
	}

	private static Map<String, Object> member(String relation, String name, String sex, String state, String born, String number) {
		return Map.of("relation", relation, "name", name, "mother", "هدى الجابري", "sex", sex, "state", state, "birthPlace", "حلب", "birthDate",
				born, "nationalNumber", number);
	}

	private static Map<String, Object> couple() {
		return and(entry(), "husband", "محمد نور عبد القادر الحلبي", "husbandNumber", "02010345678", "husbandMother", "فاطمة الأشرفي", "husbandBirth",
				"حلب 1987-03-14", "wife", "فاطمة الزهراء أحمد الأشرفي", "wifeNumber", "02010345679", "wifeMother", "خديجة المدرس", "wifeBirth",
				"حلب 1990-10-04", "eventNumber", "1180", "eventDate", "2012-05-29");
	}

	private static Map<String, Object> parcel() {
		return Map.of("property", "2/2533/1+9", "zoneName", "الثانية", "parcel", "2533", "section", "1+9", "areaM2", new BigDecimal("118.40"), "asOf",
				AS_OF);
	}

	private static Map<String, Object> corner(String point, String east, String north, String length) {
		return Map.of("point", point, "east", east, "north", north, "length", length);
	}

	private static Map<String, Object> property(String section, String shares) {
		return Map.of("property", "2/2533", "zoneName", "الثانية", "parcel", "2533", "section", section, "description", "دار سكنية، الطابق الأول",
				"shares", shares, "sheet", "6604");
	}

	private static Map<String, Object> and(Map<String, Object> one, Object... more) {
		Map<String, Object> both = new HashMap<>(one);
		for (int i = 0; i < more.length; i += 2) {
			both.put((String) more[i], more[i + 1]);
		}
		return both;
	}
}
