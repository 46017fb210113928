package org.nafidha.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedure.Channel;

/**
 * Appeals (تظلّم): cases about cases that were refused, decided by another unit. When one is upheld, the refused case is taken up again in
 * the same transaction, where its procedure says, by others than those who refused it. Thread-safe.
 */
public interface Appeals {

	/** The procedure of appeals; empty while none is published, or it is offered no longer. */
	Optional<Procedure> procedure();

	/**
	 * Opens an appeal. The same request under the same key answers with the same appeal. Refused: {@code case.unknown}, {@code appeal.not-yours},
	 * {@code appeal.running}, {@code appeal.nothing-refused} (granted, lapsed or taken back), {@code appeal.not-offered}, {@code appeal.already}
	 * (value {@code number}), {@code appeal.too-late} (value {@code until}), and as {@link Cases#open}.
	 */
	Result<CaseFile> appeal(Appeal request);

	/** What can be done about the end of a case, now. */
	Right right(CaseFile file);

	/**
	 * @param key idempotency key of the form
	 * @param about number of the refused case
	 * @param personId who appeals: who asked for the case, or for whom it was asked
	 * @param inputs as typed, by the input ids of the procedure of appeals
	 * @param papers ids of accepted attachments of the person; others are ignored
	 * @param actor who files it: the citizen, or the clerk at the counter
	 */
	record Appeal(String key, String about, Channel channel, String personId, Map<String, String> inputs, List<String> papers, Actor actor) {
	}

	sealed interface Right {

		/** @param until the last day */
		record Open(LocalDate until) implements Right {
		}

		/** It was used: once for each case, whatever came of it. */
		record Used(String appeal) implements Right {
		}

		record None(Refusal why) implements Right {
		}
	}
}
