package org.nafidha.register.internal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nafidha.kernel.PropertyRef;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Automation;
import org.nafidha.register.Owner;
import org.nafidha.register.Sheet;
import org.nafidha.register.TemporaryRegister;
import org.springframework.stereotype.Component;

/**
 * {@code register.right}: what the temporary register says of a property and of the applicant's part in it, for services that are given to
 * whoever uses a property. A property that it does not have is no obstacle: {@code found} is false, and the citizen brings the paper.
 */
@Component
class RightLookup implements Automation {

	private static final Signature SIGNATURE = new Signature("register.right", Map.of("property", "string", "personId", "string"),
			Map.ofEntries(Map.entry("found", "boolean"), Map.entry("sheet", "string"), Map.entry("property", "string"), Map.entry("zone", "string"),
					Map.entry("zoneName", "string"), Map.entry("zoneNameEn", "string"), Map.entry("parcel", "string"), Map.entry("section", "string"),
					Map.entry("description", "string"), Map.entry("areaM2", "number"), Map.entry("applicantIsOwner", "boolean"),
					Map.entry("shares", "number"), Map.entry("restrained", "boolean"), Map.entry("asOf", "string"), Map.entry("demo", "boolean")),
			Set.of("done"), Timing.IN_TRANSACTION);

	private final TemporaryRegister register;

	RightLookup(TemporaryRegister register) {
		this.register = register;
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
			case Result.Ok<PropertyRef>(PropertyRef property) -> new Answer.Done("done", outputs(property, register.sheet(property), personId));
		};
	}

	private static Map<String, Object> outputs(PropertyRef property, Optional<Sheet> found, String personId) {
		Map<String, Object> out = new LinkedHashMap<>();
		out.put("found", found.isPresent());
		out.put("property", property.toString());
		out.put("zone", property.zone());
		out.put("parcel", property.parcel());
		out.put("section", property.section() == null ? "" : property.section());
		out.put("sheet", found.map(Sheet::number).orElse(""));
		out.put("zoneName", found.map(sheet -> sheet.zoneName().ar()).orElse(property.zone()));
		out.put("zoneNameEn", found.map(sheet -> sheet.zoneName().en()).orElse(property.zone()));
		out.put("description", found.map(Sheet::description).orElse(""));
		out.put("areaM2", found.map(Sheet::areaM2).orElse(BigDecimal.ZERO));
		out.put("applicantIsOwner", found.map(sheet -> sheet.isOwnedBy(personId)).orElse(false));
		out.put("shares", BigDecimal.valueOf(found.map(sheet -> shares(sheet, personId)).orElse(0L)));
		out.put("restrained", found.map(sheet -> !sheet.signs().isEmpty()).orElse(false));
		out.put("asOf", found.map(sheet -> sheet.asOf().toString()).orElse(""));
		out.put("demo", found.map(Sheet::invented).orElse(false));
		return out;
	}

	/** Whole shares of 2400; a fraction beneath one is left out, since rules ask "at least". */
	private static long shares(Sheet sheet, String personId) {
		return sheet.owners().stream().filter(owner -> owner.personId().equals(personId)).map(Owner::shares)
				.mapToLong(part -> part.numerator().divide(part.denominator()).longValueExact()).sum();
	}
}
