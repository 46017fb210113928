package org.nafidha.cases.internal;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.cases.Appeals;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.OpenCase;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.End;
import org.nafidha.procedures.Procedures;
import org.springframework.stereotype.Component;

/** Who may appeal against what, and until when. */
@Component
class FiledAppeals implements Appeals {

	private final Procedures procedures;
	private final CaseStore store;
	private final Opener opener;
	private final ActContext context;

	FiledAppeals(Procedures procedures, CaseStore store, Opener opener, ActContext context) {
		this.procedures = procedures;
		this.store = store;
		this.opener = opener;
		this.context = context;
	}

	@Override
	public Optional<Procedure> procedure() {
		return procedures.current().stream().filter(Procedure::aboutRefusal)
				.filter(appeal -> procedures.retired(appeal.id(), appeal.version()).isEmpty()).findFirst();
	}

	@Override
	public Result<CaseFile> appeal(Appeal request) {
		Optional<CaseFile> about = store.find(request.about());
		Optional<Procedure> appeals = procedure();
		if (about.isEmpty() || appeals.isEmpty()) {
			return Refusal.of(about.isEmpty() ? "case.unknown" : "appeal.not-offered").asResult();
		}
		String actsFor = request.personId().equals(about.get().personId()) ? about.get().actsFor() : null;
		OpenCase wanted = new OpenCase(request.key(), appeals.get().id(), request.channel(), request.personId(), actsFor, request.inputs(),
				request.papers(), request.actor());
		return CaseLog.acted("appealed against", request.about(), () -> opener.open(wanted, request.about(), () -> barred(request)));
	}

	/** With the refused case locked: of two appeals at the same moment the second finds the first. */
	private Optional<Refusal> barred(Appeal request) {
		CaseFile about = store.lock(request.about()).orElseThrow();
		if (!request.personId().equals(about.personId()) && !request.personId().equals(about.actsFor())) {
			return Optional.of(Refusal.of("appeal.not-yours"));
		}
		return switch (right(about)) {
			case Right.Open open -> Optional.empty();
			case Right.Used(String appeal) -> Optional.of(Refusal.of("appeal.already", "number", appeal));
			case Right.None(Refusal why) -> Optional.of(why);
		};
	}

	@Override
	public Right right(CaseFile file) {
		Procedure procedure = procedures.version(file.procedure(), file.version()).orElseThrow();
		Optional<String> appeal = store.about(file.number());
		if (appeal.isPresent()) {
			return new Right.Used(appeal.get());
		}
		if (!file.ended()) {
			return none("appeal.running");
		}
		End end = procedure.ends().get(file.end());
		if (end == null || !end.refusedByDecision()) {
			return none("appeal.nothing-refused");
		}
		return open(file, procedure.appeal());
	}

	private Right open(CaseFile file, Procedure.@Nullable Appeal appeal) {
		if (appeal == null || appeal.upheld() == null || procedure().isEmpty()) {
			return none("appeal.not-offered");
		}
		LocalDate until = Objects.requireNonNull(file.endedAt()).atZone(context.zone()).toLocalDate().plusDays(appeal.withinDays());
		return context.now().atZone(context.zone()).toLocalDate().isAfter(until)
				? new Right.None(Refusal.of("appeal.too-late", "until", until.toString()))
				: new Right.Open(until);
	}

	private static Right none(String code) {
		return new Right.None(Refusal.of(code));
	}
}
