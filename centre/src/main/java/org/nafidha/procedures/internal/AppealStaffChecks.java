package org.nafidha.procedures.internal;

import static org.nafidha.procedures.internal.Findings.staffing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.procedures.Finding;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.StaffFacts;
import org.nafidha.procedures.Step.Assignment;
import org.nafidha.procedures.Step.Review;

/**
 * Whether somebody is left to decide an appeal, also on a day when any one of them is absent: nobody of a unit that may have decided the
 * refused case, and none of those who may have given an opinion in it. A procedure that can be appealed against and the one for appeals are
 * published apart, so each is checked against the others that are in force.
 */
final class AppealStaffChecks {

	private final Flow flow;
	private final StaffFacts facts;
	private final List<Procedure> inForce;

	AppealStaffChecks(Flow flow, StaffFacts facts, List<Procedure> inForce) {
		this.flow = flow;
		this.facts = facts;
		this.inForce = inForce.stream().filter(other -> !other.id().equals(flow.procedure().id())).toList();
	}

	List<Finding> check() {
		Procedure own = flow.procedure();
		List<Finding> findings = new ArrayList<>();
		for (Procedure other : inForce) {
			if (own.aboutRefusal() && appealable(other)) {
				hearings(own).forEach(hearing -> left(hearing, other, Flow.path(hearing), findings));
			} else if (appealable(own) && other.aboutRefusal()) {
				hearings(other).forEach(hearing -> left(hearing, own, "/appeal", findings));
			}
		}
		return findings;
	}

	private void left(Review hearing, Procedure refused, String path, List<Finding> findings) {
		Set<String> units = Flow.reviews(refused).filter(review -> !opinion(review)).flatMap(this::officers).map(facts::unitOf)
				.collect(Collectors.toSet());
		Map<String, LocalizedText> able = new TreeMap<>(facts.officers(hearing.role(), hearing.unit()));
		able.keySet().removeIf(officer -> units.stream().anyMatch(unit -> !Assignment.differ(facts.unitOf(officer), unit)));
		long asked = Flow.reviews(refused).filter(AppealStaffChecks::opinion).filter(review -> officers(review).anyMatch(able::containsKey)).count();
		long left = able.size() - asked;
		if (left <= 0) {
			findings.add(staffing("staff.appeal-nobody", path, "step", hearing.title(), "service", refused.name()));
		} else if (left == 1) {
			findings.add(staffing("staff.appeal-only-one", path, "step", hearing.title(), "service", refused.name()));
		}
	}

	private Stream<String> officers(Review review) {
		return facts.officers(review.role(), review.unit()).keySet().stream();
	}

	private static boolean opinion(Review review) {
		return review.id().contains(".");
	}

	private static boolean appealable(Procedure procedure) {
		return procedure.appeal() != null && procedure.appeal().upheld() != null;
	}

	private static List<Review> hearings(Procedure appeals) {
		return Flow.reviews(appeals).filter(review -> review.by().differentUnit().contains(Assignment.ABOUT)).toList();
	}
}
