package org.nafidha.agencies.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.nafidha.identity.People;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.NationalNumber;
import org.nafidha.kernel.PropertyRef;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Automation;
import org.nafidha.procedures.Step;

/** One service of one agency, as procedures call it. */
class AgencyAutomation implements Automation {

	private static final LocalizedText NOT_CONNECTED = new LocalizedText("هذه الخدمة تحتاج إلى جهة خارجية لم تُوصل بهذا المركز بعد.",
			"This service needs an outside body that is not connected to this centre yet.");

	private final AgencyService service;
	private final AgencySettings settings;
	private final Exchanges exchanges;
	private final People people;

	AgencyAutomation(AgencyService service, AgencySettings settings, Exchanges exchanges, People people) {
		this.service = service;
		this.settings = settings;
		this.exchanges = exchanges;
		this.people = people;
	}

	@Override
	public Signature signature() {
		return service.signature();
	}

	@Override
	public Optional<LocalizedText> notYet() {
		return settings.connected() ? Optional.empty() : Optional.of(NOT_CONNECTED);
	}

	@Override
	public Answer run(Call call) {
		Optional<String> subject = subject(call);
		if (subject.isEmpty()) {
			return new Answer.Done(AgencyService.REFUSED, Map.of());
		}
		Exchanges.Given given = exchanges.answer(service, new Exchanges.Stay(call.key(), call.caseNumber()), subject.get(),
				String.valueOf(call.inputs().get("purpose")), call.validForDays());
		return switch (given.reply()) {
			case Reply.Answer answer -> done(service, answer, given.reused());
			case Reply.Later later -> new Answer.Waiting(Map.of());
			case Reply.Unreachable unreachable -> new Answer.Refused(Refusal.of("agency.unreachable", "agency", service.agency()));
			case Reply.Unusable unusable -> new Answer.Refused(Refusal.of("agency.unusable-answer", "agency", service.agency()));
		};
	}

	static Answer.Done done(AgencyService service, Reply.Answer answer, boolean reused) {
		return answer.answered()
				? new Answer.Done(Step.Fetch.ANSWERED, outputs(service, answer, reused))
				: new Answer.Done(AgencyService.REFUSED, Map.of());
	}

	private static Map<String, Object> outputs(AgencyService service, Reply.Answer answer, boolean reused) {
		Map<String, Object> outputs = new LinkedHashMap<>(answer.outputs());
		outputs.putAll(Map.of("source", service.name().ar(), "sourceEn", service.name().en(), "asOf", answer.asOf().toString(), "reference",
				answer.reference(), "reused", reused));
		return outputs;
	}

	/** Of whom or what is asked; empty for something that nobody can be asked about. A blank national number is the applicant's own. */
	private Optional<String> subject(Call call) {
		String typed = String.valueOf(call.inputs().getOrDefault(service.subject().input(), "")).strip();
		return switch (service.subject()) {
			case PERSON -> typed.isEmpty()
					? people.byId(whose(call)).map(person -> person.nationalNumber().digits())
					: value(NationalNumber.parse(typed)).map(NationalNumber::digits);
			case PROPERTY -> value(PropertyRef.parse(typed)).map(PropertyRef::toString);
			case DOCUMENT, ACCOUNT, ORDER -> Optional.of(typed).filter(text -> !text.isEmpty());
		};
	}

	private static String whose(Call call) {
		return call.applicant().actsFor() == null ? call.applicant().personId() : call.applicant().actsFor();
	}

	private static <T> Optional<T> value(Result<T> parsed) {
		return parsed instanceof Result.Ok<T>(T value) ? Optional.of(value) : Optional.empty();
	}
}
