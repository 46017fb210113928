package org.nafidha.register.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.PropertyRef;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Automation;
import org.nafidha.register.Deed;
import org.nafidha.register.OtherRight;
import org.nafidha.register.Owner;
import org.nafidha.register.Sheet;
import org.nafidha.register.Sign;
import org.nafidha.register.TemporaryRegister;
import org.springframework.stereotype.Component;

/**
 * {@code register.sheet}: what the temporary register says of a property, as a procedure and a document's template read
 * it. Texts are Arabic, as on the page; dates are ISO; numbers that are cited stand apart from the words around them.
 */
@Component
class SheetLookup implements Automation {

	private static final Signature SIGNATURE = new Signature("register.sheet", Map.of("property", "string", "personId", "string"),
			Map.ofEntries(Map.entry("found", "boolean"), Map.entry("number", "string"), Map.entry("property", "string"), Map.entry("zone", "string"),
					Map.entry("zoneName", "string"), Map.entry("zoneNameEn", "string"), Map.entry("parcel", "string"), Map.entry("section", "string"),
					Map.entry("floor", "string"), Map.entry("description", "string"), Map.entry("areaM2", "number"), Map.entry("verified", "boolean"),
					Map.entry("verifiedOn", "string"), Map.entry("applicantIsOwner", "boolean"), Map.entry("owners", "list"),
					Map.entry("rights", "list"),
					Map.entry("signs", "list"), Map.entry("asOf", "string"), Map.entry("demo", "boolean")),
			Set.of("done"), Timing.IN_TRANSACTION);

	private final TemporaryRegister register;
	private final BookTexts texts;

	SheetLookup(TemporaryRegister register, BookTexts texts) {
		this.register = register;
		this.texts = texts;
	}

	@Override
	public Signature signature() {
		return SIGNATURE;
	}

	@Override
	public Answer run(Call call) {
		String personId = String.valueOf(call.inputs().get("personId"));
		return switch (PropertyRef.parse(String.valueOf(call.inputs().get("property")))) {
			case Result.Refused<PropertyRef>(Refusal refusal) -> new Answer.Refused(refusal);
			case Result.Ok<PropertyRef>(PropertyRef property) ->
				register.sheet(property).<Answer>map(sheet -> new Answer.Done("done", outputs(sheet, personId)))
						.orElseGet(() -> new Answer.Refused(Refusal.of("property.unknown", "property", property.toString())));
		};
	}

	private Map<String, Object> outputs(Sheet sheet, String personId) {
		Map<String, Object> out = new LinkedHashMap<>();
		out.put("found", true);
		out.put("number", sheet.number());
		out.put("property", sheet.property().toString());
		out.put("zone", sheet.property().zone());
		out.put("zoneName", sheet.zoneName().ar());
		out.put("zoneNameEn", sheet.zoneName().en());
		out.put("parcel", sheet.property().parcel());
		out.put("section", textOf(sheet.property().section()));
		out.put("floor", textOf(sheet.floor()));
		out.put("description", sheet.description());
		out.put("areaM2", sheet.areaM2());
		out.put("verified", sheet.isVerified());
		out.put("verifiedOn", textOf(sheet.verifiedOn()));
		out.put("applicantIsOwner", sheet.isOwnedBy(personId));
		out.put("owners", sheet.owners().stream().map(this::owner).toList());
		out.put("rights", sheet.rights().stream().map(this::right).toList());
		out.put("signs", sheet.signs().stream().map(this::sign).toList());
		out.put("asOf", sheet.asOf().toString());
		out.put("demo", sheet.invented());
		return out;
	}

	private Map<String, Object> owner(Owner owner) {
		return with(owner.deed(), owner.since(), Map.of("name", owner.name(), "shares", owner.shares().toString(), "sole", owner.shares().isWhole()));
	}

	private Map<String, Object> right(OtherRight right) {
		Map<String, Object> entry = with(right.deed(), right.since(), Map.of("code", right.kind().code(), "holder", right.holder()));
		BookTexts.put(entry, "kind", texts.kind(right));
		BookTexts.put(entry, "direction", texts.direction(right));
		return entry;
	}

	private Map<String, Object> sign(Sign sign) {
		Map<String, Object> entry = with(sign.deed(), sign.since(), Map.of("code", sign.kind().code(), "inFavourOf", sign.inFavourOf()));
		BookTexts.put(entry, "kind", texts.kind(sign));
		return entry;
	}

	/** Adds what every entry rests on: {@code deed} for one line of text, and its parts for a page that sets numbers apart. */
	private Map<String, Object> with(Deed deed, LocalDate since, Map<String, Object> own) {
		Map<String, Object> entry = new LinkedHashMap<>(own);
		LocalizedText kind = texts.kind(deed);
		BookTexts.put(entry, "deed", new LocalizedText(kind.ar() + " " + deed.citation(), kind.en() + " " + deed.citation()));
		BookTexts.put(entry, "deedKind", kind);
		entry.put("deedNumber", deed.citation());
		entry.put("deedDate", deed.date().toString());
		entry.put("since", since.toString());
		return entry;
	}

	private static String textOf(@Nullable Object value) {
		return value == null ? "" : value.toString();
	}
}
