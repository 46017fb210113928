package org.nafidha.cases;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure;

/**
 * The engine's face. Every act is one short transaction (joined, if the caller has one); an answer without a refusal is
 * durable once that transaction has committed. Thread-safe on any number of nodes.
 */
public interface Cases {

	/** Reads what was typed against the procedure's inputs, field by field, without opening anything. */
	CaseInputs read(Procedure procedure, Map<String, String> typed);

	/**
	 * Opens a case on the procedure's newest version: fetches evidence, checks eligibility, takes the first step. Its papers
	 * join it in the same transaction, and the entry of the opening names them by their hashes.
	 * Refused: {@code procedure.unknown}, {@code procedure.retired}, {@code procedure.not-yet} (the house cannot do everything it needs), {@code input.invalid}, {@code procedure.channel}, {@code papers.too-many}, {@code key.reused} (the
	 * key opened the case {@code number} with other answers), the procedure's own eligibility code, or what a look-up refuses.
	 */
	Result<CaseFile> open(OpenCase request);

	/**
	 * What the case would begin with, without opening it: nothing is written, and no other body is asked. Refused as {@link #open} is,
	 * except for what concerns key and papers, which count for nothing here.
	 */
	Result<Outlook> outlook(OpenCase request);

	/**
	 * An officer decides. Refused: {@code task.unknown}, {@code task.not-yours}, {@code task.deemed} (silence counted as the answer), {@code
	 * task.not-needed} (the case went on without it), {@code task.closed} (somebody acted first; values say who and what), {@code
	 * outcome.unknown}, {@code reason.unknown}, {@code message.too-long}, {@code mark.unknown} (values {@code
	 * field}: the procedure asks the applicant for nothing of that name), {@code mark.too-long} (values {@code field}, {@code max}); of an inspection also {@code
	 * inspection.place}, {@code inspection.photos} (values {@code fewest}, {@code most}, {@code count}).
	 */
	Result<CaseFile> decide(Decision decision);

	/**
	 * The applicant answers a correction with changed inputs and further papers; evidence is fetched and eligibility asked again. The
	 * papers join the case in the same transaction, named in its entry by their hashes; none does when the answer is a refusal or the key is
	 * a repeated one. Refused: {@code case.unknown}, {@code correction.not-open}, {@code input.invalid}, {@code papers.too-many}, {@code correction.unchanged} (no
	 * answer is another than before and no paper came: such a sending would only use up one of the times it may be sent back), {@code
	 * correction.reused} (the key was used, and the case has other answers), the
	 * procedure's own eligibility code, or what a look-up refuses.
	 *
	 * @param papers ids of accepted attachments of the case's applicant; others are ignored
	 */
	Result<CaseFile> correct(String key, String caseNumber, Map<String, String> inputs, List<String> papers, Actor actor);

	/** The reason code of an outcome that silence counts as. */
	String DEEMED = "deemed";

	/**
	 * The applicant takes the application back: whatever is open ends, and the case reaches the end that its procedure names for it. The
	 * same key again answers with the case as it is. Refused: {@code case.unknown}, {@code withdrawal.not-offered}, {@code withdrawal.ended},
	 * {@code withdrawal.too-late} (a document is being made).
	 */
	Result<CaseFile> withdraw(String key, String caseNumber, Actor actor);

	/** Tells a case that something happened for which it waits. Refused: {@code case.unknown}, {@code event.not-awaited}. */
	Result<CaseFile> happened(String caseNumber, String event, Actor actor);

	/**
	 * Finishes an automation that answered {@code Waiting}: money came, an agency answered. Refused: {@code case.unknown}, {@code
	 * step.closed}, {@code outcome.unknown}. The same key and outcome again answer with the case as it is.
	 */
	Result<CaseFile> completeAutomation(String visitKey, String outcome, Map<String, Object> outputs, Actor actor);

	Optional<CaseFile> find(String number);

	/** Newest first, at most 100. */
	List<CaseFile> of(String personId);

	/** What officers have marked when they sent the case back, decision by decision, oldest first; at most 1,000. */
	List<FieldMark> marks(String caseNumber);

	/** The procedure at the case's own version. */
	Procedure procedureOf(CaseFile file);

	/** Why the case is due when it is. */
	Term term(CaseFile file);

	/**
	 * Waits until the case has no automation left to run (a document being sealed), or the time is over; then the case as
	 * it is. For counters, where somebody stands waiting.
	 */
	Optional<CaseFile> settled(String number, Duration atMost);
}
