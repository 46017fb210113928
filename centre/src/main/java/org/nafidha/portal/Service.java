package org.nafidha.portal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.Money;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Step;

/**
 * A procedure as its page tells it to a citizen; everything is computed from the procedure, nothing is written beside it.
 *
 * @param owner name of the unit that answers for it
 * @param fetched evidence the city gets for itself
 * @param brought evidence that may have to come from the citizen
 * @param total null when the sum depends on the application
 * @param path the stages of a case in which nothing has to be looked into
 * @param sometimes what may come in between
 * @param notYet why it cannot be asked for in this release; null when it can
 * @param retired since when it is no longer offered; null when it is
 */
public record Service(Procedure procedure, LocalizedText owner, List<Procedure.Evidence> fetched, List<Procedure.Evidence> brought,
		List<FeeLine> fees, @Nullable Money total, List<Stage> path, List<Stage> sometimes,
		@Nullable LocalizedText notYet, @Nullable Instant retired) {

	/** @param amount null when it depends on the application */
	public record FeeLine(LocalizedText title, @Nullable Money amount, @Nullable LocalizedText legal) {
	}

	/** @param unit who does it, null when nobody has to; @param days working days at most, 0 for none */
	public record Stage(Kind kind, LocalizedText title, @Nullable LocalizedText unit, int days, boolean blind) {
	}

	public enum Kind {
		ASK, FETCH, DECIDE, CONSULT, WAIT, CORRECT, PAY, ISSUE, OTHER;

		/** End of the message key. */
		public String key() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}
	}

	public String id() {
		return procedure.id();
	}

	/** False for appeals: they begin at the case that was refused. */
	public boolean askedForByItself() {
		return !procedure.aboutRefusal();
	}

	/** How many papers every applicant brings; the rest of {@link #brought} is needed only at times. */
	public int papersAlways() {
		return Math.toIntExact(brought.stream().filter(item -> item.when() == null).count());
	}

	/** Whether some of it is there when the case is opened: neither another body nor a unit of the city has to answer first. */
	public boolean fetchedAtOnce() {
		return fetched.stream().anyMatch(item -> item.automation() != null && procedure.steps().values().stream()
				.noneMatch(step -> step instanceof Step.Fetch asking && asking.fetches(item.id())));
	}

	/** True when no officer has to look at it unless something is unclear. */
	public boolean atOnce() {
		return path.stream().noneMatch(stage -> stage.kind() == Kind.DECIDE || stage.kind() == Kind.CONSULT || stage.kind() == Kind.WAIT);
	}
}
