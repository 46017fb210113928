package org.nafidha.cases.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.CaseInputs;
import org.nafidha.cases.Cases;
import org.nafidha.cases.Decision;
import org.nafidha.cases.FieldMark;
import org.nafidha.cases.OpenCase;
import org.nafidha.cases.Outlook;
import org.nafidha.cases.Term;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedures;
import org.springframework.stereotype.Component;

/** The engine's face: each act in its own transaction (or the caller's), delegated to the kind of act it is. */
@Component
class CaseEngine implements Cases {

	private static final int MOST_LISTED = 100;

	private final Opener opener;
	private final Moves moves;
	private final CaseStore store;
	private final Procedures procedures;
	private final AutomationRunner runner;
	private final Terms terms;

	CaseEngine(Opener opener, Moves moves, CaseStore store, Procedures procedures, AutomationRunner runner, Terms terms) {
		this.opener = opener;
		this.moves = moves;
		this.store = store;
		this.procedures = procedures;
		this.runner = runner;
		this.terms = terms;
	}

	@Override
	public CaseInputs read(Procedure procedure, Map<String, String> typed) {
		return InputReader.read(procedure, typed);
	}

	@Override
	public Result<CaseFile> open(OpenCase request) {
		return CaseLog.acted("opened", null, () -> opener.open(request));
	}

	@Override
	public Result<Outlook> outlook(OpenCase request) {
		return opener.outlook(request);
	}

	@Override
	public Result<CaseFile> decide(Decision decision) {
		return CaseLog.acted("decided", null, () -> moves.decide(decision));
	}

	@Override
	public Result<CaseFile> correct(String key, String caseNumber, Map<String, String> inputs, List<String> papers, Actor actor) {
		return CaseLog.acted("corrected", caseNumber, () -> moves.correct(key, caseNumber, inputs, papers, actor));
	}

	@Override
	public Result<CaseFile> withdraw(String key, String caseNumber, Actor actor) {
		return CaseLog.acted("withdrawn", caseNumber, () -> moves.withdraw(key, caseNumber, actor));
	}

	@Override
	public Result<CaseFile> happened(String caseNumber, String event, Actor actor) {
		return CaseLog.acted("moved on", caseNumber, () -> moves.happened(caseNumber, event, actor));
	}

	@Override
	public Result<CaseFile> completeAutomation(String visitKey, String outcome, Map<String, Object> outputs, Actor actor) {
		VisitKey visit = VisitKey.parse(visitKey);
		return CaseLog.acted("moved on", visit.caseNumber(), () -> moves.complete(visit, outcome, outputs, actor));
	}

	@Override
	public Optional<CaseFile> find(String number) {
		return store.find(number);
	}

	@Override
	public List<CaseFile> of(String personId) {
		return store.of(personId, MOST_LISTED);
	}

	@Override
	public List<FieldMark> marks(String caseNumber) {
		return store.marks(caseNumber);
	}

	@Override
	public Procedure procedureOf(CaseFile file) {
		return procedures.version(file.procedure(), file.version())
				.orElseThrow(() -> new IllegalStateException("the case " + file.number() + " runs on a version that is not there"));
	}

	@Override
	public Term term(CaseFile file) {
		return terms.of(file, procedureOf(file));
	}

	@Override
	public Optional<CaseFile> settled(String number, Duration atMost) {
		runner.await(number, atMost);
		return store.find(number);
	}
}
