package org.nafidha.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.procedures.Procedure.Channel;

/**
 * One case (معاملة) as it stood at {@code revision}: a snapshot, never changed.
 *
 * @param personId who asked
 * @param actsFor person id of whom they act for, if not for themselves
 * @param about number of the case that this one is about: the refused case, of an appeal
 * @param dueAt end of the statutory term, moved by every day on which the clock stood still
 * @param clockStoppedSince set while the applicant or an agency owes something
 * @param end id of the end reached, or null while the case runs
 * @param reopenedAt when it was taken up again after an appeal; its term and what may happen only so often count from there
 * @param data what the case knows: {@code applicant}, inputs by their id, evidence and outputs by theirs
 * @param visits every step visited, oldest first; those without {@code closedAt} are where the case is now
 */
public record CaseFile(String number, String procedure, int version, Channel channel, String personId, @Nullable String actsFor,
		@Nullable String about,
		Instant openedAt, Instant dueAt, @Nullable Instant clockStoppedSince, int revision, @Nullable String end, @Nullable Instant endedAt,
		@Nullable Instant reopenedAt, Map<String, Object> data, List<Visit> visits) {

	public CaseFile {
		visits = List.copyOf(visits);
	}

	/** The same case with other visits. */
	public CaseFile with(List<Visit> others) {
		return new CaseFile(number, procedure, version, channel, personId, actsFor, about, openedAt, dueAt, clockStoppedSince, revision, end, endedAt,
				reopenedAt, data, others);
	}

	/** From when its term runs: the filing, or the hour at which it was taken up again. */
	public Instant termFrom() {
		return reopenedAt == null ? openedAt : reopenedAt;
	}

	/** How often the case has come to the step, as far as that is limited: what was before it was taken up again does not count. */
	public int times(String step) {
		return Math.toIntExact(visits.stream().filter(visit -> visit.step().equals(step) && !visit.openedAt().isBefore(termFrom())).count());
	}

	public boolean ended() {
		return end != null;
	}

	/** The marking: steps open now. */
	public List<Visit> openVisits() {
		return visits.stream().filter(Visit::open).toList();
	}

	public Optional<Visit> openVisit(String step) {
		return visits.stream().filter(visit -> visit.open() && visit.step().equals(step)).findFirst();
	}
}
