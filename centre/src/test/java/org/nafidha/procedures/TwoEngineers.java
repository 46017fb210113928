package org.nafidha.procedures;

import java.util.UUID;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.springframework.beans.factory.annotation.Autowired;

/** Two procedure engineers and a new service of its own name. */
abstract class TwoEngineers {

	static final Actor.Officer ONE = new Actor.Officer("drafts-tests-one");
	static final Actor.Officer OTHER = new Actor.Officer("drafts-tests-other");

	@Autowired
	Drafts drafts;
	@Autowired
	Proposals proposals;

	final String id = "made-" + UUID.randomUUID().toString().replaceAll("[^a-z]", "") + "x";

	/** A new service of its own name, ready to be proposed. */
	Draft ready(String remark) {
		Draft draft = drafts.startEmpty(ONE);
		return drafts
				.save(draft.id(), draft.revision(),
						draft.text().replace("procedure: new-service", "procedure: " + id).replace("[portal, counter]", "[counter]") + "# " + remark
								+ "\n",
						ONE)
				.orThrow();
	}

	Draft next(int version, String remark) {
		Draft draft = drafts.start(id, version, ONE).orThrow();
		return drafts.save(draft.id(), draft.revision(), draft.text() + "# " + remark + "\n", ONE).orThrow();
	}

	void publish(Draft draft) {
		Proposal proposal = proposals.propose(draft.id(), draft.revision(), "please look", ONE).orThrow();
		proposals.approve(proposal.id(), OTHER).orThrow();
	}

	static String code(Result<?> result) {
		return refusal(result).code();
	}

	static Refusal refusal(Result<?> result) {
		return result instanceof Result.Refused<?>(Refusal refusal) ? refusal : Refusal.of("not refused");
	}
}
