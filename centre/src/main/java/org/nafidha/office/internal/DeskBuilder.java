package org.nafidha.office.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nafidha.cases.Appeals;
import org.nafidha.cases.Attachment;
import org.nafidha.cases.Attachments;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.cases.Visit;
import org.nafidha.identity.People;
import org.nafidha.identity.Role;
import org.nafidha.kernel.Digits;
import org.nafidha.kernel.NationalNumber;
import org.nafidha.office.Desk;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Step;
import org.nafidha.tasks.Task;
import org.nafidha.web.Fact;
import org.nafidha.web.Page;
import org.nafidha.web.TrackStep;
import org.springframework.stereotype.Component;

/** Puts a task's file on the desk. */
@Component
class DeskBuilder {

	private static final Pattern NATIONAL_NUMBER = Pattern.compile("(?<![0-9])(?:0[1-9]|1[0-4])[0-9]{9}(?![0-9])");

	private final Cases cases;
	private final Appeals appeals;
	private final Attachments attachments;
	private final People people;
	private final GuideReader guides;

	DeskBuilder(Cases cases, Appeals appeals, Attachments attachments, People people, GuideReader guides) {
		this.cases = cases;
		this.appeals = appeals;
		this.attachments = attachments;
		this.people = people;
		this.guides = guides;
	}

	/** The case and the step of a task. */
	record Matter(CaseFile file, Step.Review step) {
	}

	Matter matter(Task task) {
		CaseFile file = cases.find(task.caseNumber()).orElseThrow();
		return new Matter(file, (Step.Review) Optional.ofNullable(cases.procedureOf(file).step(task.step())).orElseThrow());
	}

	/** @param held photographs that the form of an inspection holds */
	Desk desk(Task task, Page page, List<Attachment> held) {
		Matter matter = matter(task);
		CaseFile file = matter.file();
		Step.Review step = matter.step();
		Procedure procedure = cases.procedureOf(file);
		boolean names = !task.blind() || task.role().equals(Role.REGISTRAR.code());
		return new Desk(task.id(), file.number(), procedure.name(), step.title(), applicant(task, file), task.blind() && names,
				corrected(file, procedure),
				task.dueAt(), guides.daysLeft(task),
				inputs(task, file, procedure, page), new Papers(page, names, task.blind()).of(file.data(), procedure.evidence()),
				brought(task, procedure, page),
				earlier(file, procedure, page), track(file, procedure, step, page), step.outcomes(), legal(step),
				other(task, file, page).orElse(null),
				step.onSite() == null ? null : new Desk.Inspection(step.onSite().fewestPhotos(), step.onSite().mostPhotos(), held),
				DeskMarks.markable(procedure, step, page), guides.of(matter));
	}

	/** One of the papers that lie on the desk of this task. */
	Optional<Desk.Brought> brought(Task task, String attachment, Page page) {
		CaseFile file = cases.find(task.caseNumber()).orElseThrow();
		List<Desk.Brought> others = other(task, file, page).map(Desk.Other::brought).orElse(List.of());
		return Stream.concat(brought(task, cases.procedureOf(file), page).stream(), others.stream())
				.filter(paper -> paper.attachment().id().equals(attachment)).findFirst();
	}

	private List<Desk.Brought> brought(Task task, Procedure procedure, Page page) {
		return new BroughtPapers(task, procedure, page).of(attachments.of(task.caseNumber()));
	}

	/** Shown as far as this case's own file is: names only if the decision needs them. */
	private Optional<Desk.Other> other(Task task, CaseFile mine, Page page) {
		return otherOf(mine).flatMap(cases::find).map(file -> {
			Procedure procedure = cases.procedureOf(file);
			Procedure.End end = procedure.ends().get(file.end());
			return new Desk.Other(mine.about() == null, file.number(), procedure.name(), end == null ? procedure.name() : end.title(),
					inputs(task, file, procedure, page), new Papers(page, !task.blind(), task.blind()).of(file.data(), procedure.evidence()),
					new BroughtPapers(task, procedure, page).of(attachments.of(file.number())), earlier(file, procedure, page));
		});
	}

	/** Of an appeal, the refused case; of a case that is decided anew, the appeal that was upheld. */
	private Optional<String> otherOf(CaseFile file) {
		if (file.about() != null || file.reopenedAt() == null) {
			return Optional.ofNullable(file.about());
		}
		return appeals.right(file) instanceof Appeals.Right.Used(String appeal) ? Optional.of(appeal) : Optional.empty();
	}

	/** The running file of a task beside the procedure's steps, as far as a blind officer may see it. */
	Desk.Other whole(Task task, Page page) {
		CaseFile file = cases.find(task.caseNumber()).orElseThrow();
		Procedure procedure = cases.procedureOf(file);
		return new Desk.Other(false, file.number(), procedure.name(), procedure.name(), inputs(task, file, procedure, page),
				new Papers(page, !task.blind(), task.blind()).of(file.data(), procedure.evidence()), brought(task, procedure, page),
				earlier(file, procedure, page));
	}

	private @Nullable String applicant(Task task, CaseFile file) {
		return task.blind() ? null : people.byId(file.personId()).map(person -> person.name().full()).orElse(null);
	}

	/** Whoever works blind reads no national number that the applicant has written down, their own or a relative's. */
	private static List<Fact> inputs(Task task, CaseFile file, Procedure procedure, Page page) {
		List<Fact> facts = new ArrayList<>();
		for (Procedure.Input input : procedure.inputs()) {
			Object value = file.data().get(input.id());
			if (value != null) {
				var option = input.options().get(String.valueOf(value));
				facts.add(Fact.of(page.in(input.label()),
						option == null ? page.ref(task.blind() ? masked(value) : value) : page.user(page.in(option))));
			}
		}
		return facts;
	}

	private static Object masked(Object value) {
		Matcher number = NATIONAL_NUMBER.matcher(Digits.toLatin(String.valueOf(value)));
		return number.find() ? number.replaceAll(found -> new NationalNumber(found.group()).masked()) : value;
	}

	private static boolean corrected(CaseFile file, Procedure procedure) {
		return file.visits().stream().anyMatch(visit -> !visit.open() && procedure.step(visit.step()) instanceof Step.Correction);
	}

	private List<Desk.Earlier> earlier(CaseFile file, Procedure procedure, Page page) {
		DeskMarks marks = new DeskMarks(cases.marks(file.number()), procedure, page);
		List<Desk.Earlier> earlier = new ArrayList<>();
		for (Visit visit : file.visits()) {
			Instant closedAt = visit.closedAt();
			if (closedAt != null && procedure.step(visit.step()) instanceof Step.Review review) {
				review.outcome(visit.outcome())
						.ifPresent(outcome -> earlier
								.add(new Desk.Earlier(page.in(review.title()), page.in(outcome.label()), reason(outcome, visit, page),
										Objects.requireNonNullElse(visit.message(), ""), Objects.requireNonNullElse(visit.note(), ""),
										marks.of(visit), closedAt)));
			}
		}
		return earlier;
	}

	private static String reason(Step.Outcome outcome, Visit visit, Page page) {
		return Cases.DEEMED.equals(visit.reason())
				? page.text("office.deemed")
				: outcome.reasons().stream().filter(r -> r.code().equals(visit.reason())).map(r -> page.in(r.text())).findFirst().orElse("");
	}

	private static List<TrackStep> track(CaseFile file, Procedure procedure, Step.Review now, Page page) {
		List<TrackStep> track = new ArrayList<>();
		file.visits().stream().filter(visit -> !visit.open()).forEach(visit -> {
			Step step = procedure.step(visit.step());
			if (step != null) {
				track.add(new TrackStep(page.in(step.title()), page.date(visit.openedAt()), TrackStep.State.DONE));
			}
		});
		track.add(new TrackStep(page.in(now.title()), page.say("office.you"), TrackStep.State.NOW));
		return track;
	}

	private static Map<String, String> legal(Step.Review step) {
		Map<String, String> legal = new LinkedHashMap<>();
		step.outcomes().forEach(outcome -> outcome.reasons().forEach(reason -> {
			if (reason.legalBasis() != null) {
				legal.put(reason.code(), reason.legalBasis());
			}
		}));
		return legal;
	}
}
