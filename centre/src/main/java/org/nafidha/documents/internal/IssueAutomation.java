package org.nafidha.documents.internal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.documents.IssuedDocument.Field;
import org.nafidha.documents.paper.MissingGlyph;
import org.nafidha.identity.People;
import org.nafidha.identity.Staff;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Automation;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Step;
import org.springframework.stereotype.Component;

/** {@code documents.issue}: the document that a procedure ends with. */
@Component
class IssueAutomation implements Automation {

	private static final Signature SIGNATURE = new Signature("documents.issue", Map.of("template", "string"),
			Map.of("number", "string", "sha256", "string"), Set.of("issued"), Timing.AFTER_COMMIT);

	private final Issuing issuing;
	private final List<StatementFields> statements;
	private final Staff staff;
	private final People people;

	IssueAutomation(Issuing issuing, List<StatementFields> statements, Staff staff, People people) {
		this.issuing = issuing;
		this.statements = statements;
		this.staff = staff;
		this.people = people;
	}

	@Override
	public Signature signature() {
		return SIGNATURE;
	}

	@Override
	public Answer run(Call call) {
		Optional<StoredDocument> known = issuing.known(call.key());
		if (known.isPresent()) {
			return done(issuing.sealed(known.get()));
		}
		try {
			return switch (draft(call)) {
				case Result.Ok<Draft>(Draft draft) -> done(issuing.issue(call.key(), draft));
				case Result.Refused<Draft>(Refusal refusal) -> new Answer.Refused(refusal);
			};
		} catch (MissingGlyph letter) {
			return new Answer.Refused(Refusal.of("document.letter-unprintable", "letter", String.valueOf(letter.getMessage())));
		}
	}

	private static Answer done(IssuedDocument document) {
		return new Answer.Done("issued", Map.of("number", document.number(), "sha256", String.valueOf(document.pdfSha256())));
	}

	private Result<Draft> draft(Call call) {
		String template = String.valueOf(call.inputs().get("template"));
		Procedure.IssuedDocument kind = call.definition().document();
		Optional<StatementFields> statement = statements.stream().filter(s -> s.template().equals(template)).findFirst()
				.or(() -> kind == null || kind.fields().isEmpty()
						? Optional.empty()
						: Optional.of(new DeclaredStatement(kind, holder(call.applicant()))));
		if (kind == null || statement.isEmpty()) {
			return Refusal.of("document.no-template", "template", template).asResult();
		}
		Object months = kind.validMonths() == null ? BigDecimal.ZERO : kind.validMonths().evaluate(call.data());
		OptionalInt validMonths = Procedure.IssuedDocument.months(months);
		if (validMonths.isEmpty()) {
			return Refusal.of("document.validity", "months", String.valueOf(months)).asResult();
		}
		return statement.get().fields(CaseData.of(call.data()))
				.map(fields -> new Draft(kind.code(), kind.title(), call.definition().id(), call.definition().version(), template, call.caseNumber(),
						call.applicant().personId(), validMonths.getAsInt(), fields, fitting(statement.get().keyFields(fields)), print(call, kind)));
	}

	/** Whose document it is: whoever asked, or for whom they asked. */
	private String holder(CaseApplicant applicant) {
		String personId = applicant.actsFor() == null ? applicant.personId() : applicant.actsFor();
		return people.byId(personId).map(person -> person.name().full()).orElse("");
	}

	private Map<String, Object> print(Call call, Procedure.IssuedDocument kind) {
		Map<String, Object> print = new LinkedHashMap<>();
		String owner = call.definition().owner();
		print.put("office", staff.unit(owner).map(unit -> unit.name().ar()).orElse(owner));
		print.put("signatory", kind.signatory().ar());
		CaseData payment = payment(call);
		print.put("receipt", payment.firstText("receipt", "receiptNumber").orElse(""));
		print.put("fee", payment.firstText("amount", "total", "paid").orElseGet(() -> fees(call)));
		return print;
	}

	/** What the payment step left, if the procedure has one and it was taken. */
	private static CaseData payment(Call call) {
		return call.definition().steps().values().stream()
				.filter(step -> step instanceof Step.Automated automated && automated.kind() == Step.Automated.Kind.PAYMENT)
				.map(step -> CaseData.of(call.data().get(step.id()))).filter(left -> !left.isEmpty()).findFirst().orElseGet(() -> CaseData.of(null));
	}

	private static String fees(Call call) {
		BigDecimal sum = BigDecimal.ZERO;
		for (Procedure.Fee fee : call.definition().fees()) {
			if (fee.amount().evaluate(call.data()) instanceof BigDecimal amount) {
				sum = sum.add(amount);
			}
		}
		return sum.stripTrailingZeros().toPlainString();
	}

	/** As many as the code has room for; the property always. */
	private static List<Field> fitting(List<Field> fields) {
		List<Field> kept = new ArrayList<>();
		int bytes = 0;
		for (Field field : fields) {
			bytes += (field.label() + field.value()).getBytes(StandardCharsets.UTF_8).length;
			if (bytes > Claims.FIELDS_LIMIT_BYTES) {
				return kept;
			}
			kept.add(field);
		}
		return kept;
	}
}
