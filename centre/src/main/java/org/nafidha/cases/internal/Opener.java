package org.nafidha.cases.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nafidha.calendar.WorkingCalendar;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.CaseInputs;
import org.nafidha.cases.OpenCase;
import org.nafidha.cases.Outlook;
import org.nafidha.kernel.Reference;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedures;
import org.springframework.stereotype.Component;

/** Opens cases. */
@Component
class Opener {

	private final Procedures procedures;
	private final CaseStore store;
	private final Admission admission;
	private final Walker walker;
	private final WorkingCalendar calendar;
	private final ActContext context;

	Opener(Procedures procedures, CaseStore store, Admission admission, Walker walker, WorkingCalendar calendar,
			ActContext context) {
		this.procedures = procedures;
		this.store = store;
		this.admission = admission;
		this.walker = walker;
		this.calendar = calendar;
		this.context = context;
	}

	/** @param barred asked within the transaction, of a request that was not answered before: why it may not be opened */
	private record Filing(OpenCase request, @Nullable String about, Supplier<Optional<Refusal>> barred) {
	}

	Result<CaseFile> open(OpenCase request) {
		return open(new Filing(request, null, () -> procedures.current(request.procedure()).filter(Procedure::aboutRefusal)
				.map(appeal -> Refusal.of("procedure.about"))));
	}

	/** A case about another one. */
	Result<CaseFile> open(OpenCase request, String about, Supplier<Optional<Refusal>> barred) {
		return open(new Filing(request, about, barred));
	}

	Result<Outlook> outlook(OpenCase request) {
		return read(request, (procedure, values) -> context.transactions().look(() -> {
			Instant now = context.now();
			Filing filing = new Filing(request, null, Optional::empty);
			Transition t = new Transition(procedure, blank(filing, procedure, "", now, values), request.actor(), now);
			Optional<Refusal> refusal = admission.foresee(t);
			return refusal.isPresent() ? refusal.get().asResult() : Result.ok(Foresight.of(procedure, t.data));
		}));
	}

	private Result<CaseFile> open(Filing filing) {
		return read(filing.request(), (procedure, values) -> context.transactions().act(() -> openNew(filing, procedure, values)));
	}

	private <T> Result<T> read(OpenCase request, BiFunction<Procedure, Map<String, Object>, Result<T>> then) {
		Optional<Procedure> found = procedures.current(request.procedure());
		if (found.isEmpty()) {
			return Refusal.of("procedure.unknown").asResult();
		}
		Procedure procedure = found.get();
		if (procedures.retired(procedure.id(), procedure.version()).isPresent()) {
			return Refusal.of("procedure.retired").asResult();
		}
		if (!procedure.channels().contains(request.channel())) {
			return Refusal.of("procedure.channel").asResult();
		}
		Optional<Refusal> notYet = admission.notYet(procedure);
		if (notYet.isPresent()) {
			return notYet.get().asResult();
		}
		return switch (InputReader.read(procedure, request.inputs())) {
			case CaseInputs.Invalid(Map<String, Refusal> fields) ->
				Refusal.of("input.invalid", "fields", String.join(", ", fields.keySet())).asResult();
			case CaseInputs.Valid(Map<String, Object> values) -> then.apply(procedure, values);
		};
	}

	private Result<CaseFile> openNew(Filing filing, Procedure procedure, Map<String, Object> values) {
		OpenCase request = filing.request();
		Instant now = context.now();
		String number = Reference.of("", now.atZone(context.zone()).getYear(), store.nextSerial());
		Optional<String> first = store.firstAnswer(request.actor().text() + " " + request.key(), number);
		if (first.isPresent()) {
			return repeated(store.find(first.get()).orElseThrow(), filing, procedure, values);
		}
		Optional<Refusal> barred = filing.barred().get();
		if (barred.isPresent()) {
			return barred.get().asResult();
		}
		Transition t = new Transition(procedure, blank(filing, procedure, number, now, values), request.actor(), now);
		if (filing.about() != null) {
			t.facts.put("about", filing.about());
		}
		Optional<Refusal> refusal = admission.admit(t, request.papers())
				.or(() -> Optional.ofNullable(walker.walk().from(procedure.start(), t)));
		if (refusal.isPresent()) {
			return refusal.get().asResult();
		}
		return walker.write(t);
	}

	/** The first answer, to the same request; a form that was sent and then changed is another one, and nobody shall believe that it was filed. */
	private Result<CaseFile> repeated(CaseFile first, Filing filing, Procedure procedure, Map<String, Object> values) {
		OpenCase request = filing.request();
		boolean same = first.procedure().equals(request.procedure()) && first.personId().equals(request.personId())
				&& Objects.equals(first.actsFor(), request.actsFor()) && Objects.equals(first.about(), filing.about())
				&& store.write(values).equals(store.write(InputReader.known(first, procedure)));
		return same ? Result.ok(first) : Refusal.of("key.reused", "number", first.number()).asResult();
	}

	private CaseFile blank(Filing filing, Procedure procedure, String number, Instant now, Map<String, Object> values) {
		OpenCase request = filing.request();
		Map<String, Object> data = new HashMap<>(values);
		data.put("applicant", Map.of("personId", request.personId(), "kind", "person", "actsForAnother", request.actsFor() != null));
		data.put("channel", request.channel().name());
		Instant due = calendar.deadline(now.atZone(context.zone()), procedure.statutoryDays(), procedure.owner()).end();
		return new CaseFile(number, procedure.id(), procedure.version(), request.channel(), request.personId(), request.actsFor(),
				filing.about(), now, due, null, 1, null, null, null, data, List.of());
	}
}
