package org.nafidha.documents.internal;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.kernel.Reference;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.platform.CentreProperties;
import org.nafidha.procedures.Automation;
import org.springframework.stereotype.Component;

/**
 * {@code documents.look-up}: a document that the city issued, for a service that builds on one. What it is, is told only to whom it was
 * issued; of anybody else's no more than that it is not theirs.
 */
@Component
class DocumentLookUp implements Automation {

	private static final Signature SIGNATURE = new Signature("documents.look-up", Map.of("number", "string", "personId", "string"),
			Map.of("valid", "boolean", "yours", "boolean", "number", "string", "title", "string", "titleEn", "string", "issuedOn", "string", "asOf",
					"string"),
			Set.of("done"), Timing.IN_TRANSACTION);

	private final DocumentRegister register;
	private final CentreProperties centre;
	private final InstantSource clock;

	DocumentLookUp(DocumentRegister register, CentreProperties centre, InstantSource clock) {
		this.register = register;
		this.centre = centre;
		this.clock = clock;
	}

	@Override
	public Signature signature() {
		return SIGNATURE;
	}

	@Override
	public Answer run(Call call) {
		return switch (Reference.parse(String.valueOf(call.inputs().get("number")))) {
			case Result.Refused<String>(Refusal refusal) -> new Answer.Refused(refusal);
			case Result.Ok<String>(String number) -> new Answer.Done("done", outputs(number, String.valueOf(call.inputs().get("personId"))));
		};
	}

	private Map<String, Object> outputs(String number, String personId) {
		Optional<IssuedDocument> theirs = register.byNumber(number).map(StoredDocument::document)
				.filter(document -> document.personId().equals(personId));
		Map<String, Object> out = new LinkedHashMap<>();
		out.put("number", number);
		out.put("yours", theirs.isPresent());
		out.put("valid",
				theirs.map(document -> document.isSealed() && document.revocation() == null && !document.expired(clock.instant())).orElse(false));
		out.put("title", theirs.map(document -> document.title().ar()).orElse(""));
		out.put("titleEn", theirs.map(document -> document.title().en()).orElse(""));
		out.put("issuedOn", theirs.map(document -> document.issuedAt().atZone(centre.zone()).toLocalDate().toString()).orElse(""));
		out.put("asOf", clock.instant().toString());
		return out;
	}
}
