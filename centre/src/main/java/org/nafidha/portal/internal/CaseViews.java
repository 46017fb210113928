package org.nafidha.portal.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.agencies.Agencies;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.Visit;
import org.nafidha.documents.Documents;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.portal.CaseView;
import org.nafidha.portal.CaseView.Holder;
import org.nafidha.portal.CaseView.Mark;
import org.nafidha.portal.CaseView.Said;
import org.nafidha.portal.CaseView.Status;
import org.nafidha.portal.CaseView.With;
import org.nafidha.portal.Service.Kind;
import org.nafidha.portal.Service.Stage;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.End;
import org.nafidha.procedures.Step;
import org.nafidha.web.TrackStep.State;
import org.springframework.stereotype.Component;

/** Tells a case to its applicant. */
@Component
class CaseViews {

	private final Cases cases;
	private final Services services;
	private final Documents documents;
	private final Agencies agencies;

	CaseViews(Cases cases, Services services, Documents documents, Agencies agencies) {
		this.cases = cases;
		this.services = services;
		this.documents = documents;
		this.agencies = agencies;
	}

	CaseView view(CaseFile file) {
		Procedure procedure = cases.procedureOf(file);
		List<Holder> open = file.openVisits().stream().map(visit -> holder(procedure, visit)).toList();
		Holder holder = open.isEmpty() ? null : open.getFirst();
		List<Agencies.Awaited> awaited = file.ended() ? List.of() : agencies.awaitedBy(file.number());
		return new CaseView(file, procedure, status(file, procedure, holder), track(file, procedure), holder, with(open, awaited), cases.term(file),
				said(file, procedure, holder), file.ended() ? documents.forCase(file.number()) : List.of(), GatheredPapers.of(file, procedure),
				awaited);
	}

	/** A body that has not answered holds it only while the case waits: what comes after the wait goes on without its answer. */
	static List<With> with(List<Holder> open, List<Agencies.Awaited> awaited) {
		List<With> with = new ArrayList<>();
		for (Holder one : open) {
			if (one.unit() != null) {
				with.add(new With(one.unit(), false, one.since(), one.until()));
			}
		}
		List<Holder> waits = open.stream().filter(one -> one.kind() == Kind.WAIT).toList();
		if (!waits.isEmpty()) {
			Instant until = waits.stream().map(Holder::until).filter(Objects::nonNull).findFirst().orElse(null);
			Map<LocalizedText, Instant> asked = new LinkedHashMap<>();
			awaited.forEach(body -> asked.merge(body.agency(), body.askedAt(), (one, other) -> one.isBefore(other) ? one : other));
			asked.forEach((body, since) -> with.add(new With(body, true, since, until)));
		}
		return with;
	}

	private static Status status(CaseFile file, Procedure procedure, @Nullable Holder holder) {
		End end = file.end() == null ? null : procedure.ends().get(file.end());
		if (end != null) {
			return end.granted() ? Status.GRANTED : Status.NOT_GRANTED;
		}
		return holder != null && (holder.kind() == Kind.PAY || holder.kind() == Kind.CORRECT) ? Status.YOURS : Status.RUNNING;
	}

	private Holder holder(Procedure procedure, Visit visit) {
		Optional<Stage> stage = services.stage(procedure.step(visit.step()));
		return new Holder(visit, stage.map(Stage::kind).orElse(Kind.OTHER), stage.map(Stage::unit).orElse(null), visit.openedAt(), visit.dueAt());
	}

	private List<Mark> track(CaseFile file, Procedure procedure) {
		List<Mark> track = new ArrayList<>();
		track.add(new Mark(new Stage(Kind.ASK, procedure.name(), null, 0, false), State.DONE, file.openedAt(), null, false));
		List<Visit> visits = file.visits().stream().sorted(Comparator.comparing(Visit::openedAt)).toList();
		for (Visit visit : visits) {
			Step step = procedure.step(visit.step());
			services.stage(step).filter(stage -> tells(stage, visit, file)).ifPresent(stage -> track.add(mark(procedure, step, visit, stage)));
		}
		if (file.end() == null) {
			file.openVisits().stream().findFirst().ifPresent(open -> ShortestPath.from(procedure, open.step()).stream().skip(1)
					.flatMap(step -> services.stage(step).stream()).filter(stage -> stage.kind() != Kind.OTHER)
					.forEach(stage -> track.add(new Mark(stage, State.NEXT, null, null, false))));
		} else {
			End end = Objects.requireNonNull(procedure.ends().get(file.end()));
			track.add(new Mark(new Stage(Kind.OTHER, end.title(), null, 0, false), State.DONE, file.endedAt(), null, false));
		}
		return track;
	}

	/** What machines did goes without saying, and that the document was made is said by the end of the case. */
	private static boolean tells(Stage stage, Visit visit, CaseFile file) {
		return visit.open() || (stage.kind() != Kind.OTHER && !(stage.kind() == Kind.ISSUE && file.ended()));
	}

	private static Mark mark(Procedure procedure, @Nullable Step step, Visit visit, Stage stage) {
		Optional<Step.Outcome> outcome = step instanceof Step.Review review ? outcome(review, visit) : Optional.empty();
		boolean returned = outcome.filter(o -> procedure.step(o.to()) instanceof Step.Correction).isPresent();
		return new Mark(stage, visit.open() ? State.NOW : State.DONE, visit.open() ? visit.openedAt() : visit.closedAt(),
				outcome.map(Step.Outcome::label).orElse(null), returned);
	}

	private static Optional<Step.Outcome> outcome(Step.Review review, Visit visit) {
		return review.outcomes().stream().filter(outcome -> outcome.id().equals(visit.outcome())).findFirst();
	}

	/** The newest decision that refused the case, or sent it back; null when neither happened. */
	private static @Nullable Said said(CaseFile file, Procedure procedure, @Nullable Holder holder) {
		boolean refused = file.end() != null && !Objects.requireNonNull(procedure.ends().get(file.end())).granted();
		boolean back = holder != null && holder.kind() == Kind.CORRECT || CaseView.sentBackTooOften(file, procedure);
		if (!refused && !back) {
			return null;
		}
		for (Visit visit : file.visits().reversed()) {
			if (!visit.open() && procedure.step(visit.step()) instanceof Step.Review review) {
				Optional<Step.Outcome> outcome = outcome(review, visit).filter(o -> back || o.refusal());
				if (outcome.isPresent()) {
					return said(procedure, visit, outcome.get());
				}
			}
		}
		return null;
	}

	private static Said said(Procedure procedure, Visit visit, Step.Outcome outcome) {
		Optional<Step.Reason> reason = outcome.reasons().stream().filter(r -> r.code().equals(visit.reason())).findFirst();
		LocalizedText legal = reason.flatMap(r -> procedure.legal().stream().filter(l -> l.id().equals(r.legalBasis())).findFirst())
				.map(Procedure.Legal::title).orElse(null);
		return new Said(reason.map(Step.Reason::text).orElse(null), legal, visit.message());
	}
}
