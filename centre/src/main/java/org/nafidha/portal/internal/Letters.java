package org.nafidha.portal.internal;

import java.util.List;
import org.nafidha.correspondence.Correspondence;
import org.nafidha.correspondence.Letter;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Result;
import org.nafidha.portal.CaseLetter;
import org.springframework.stereotype.Component;

/** The letters of a case, with the names of the units that answered. */
@Component
class Letters {

	private final Correspondence correspondence;
	private final UnitNames units;

	Letters(Correspondence correspondence, UnitNames units) {
		this.correspondence = correspondence;
		this.units = units;
	}

	List<CaseLetter> of(String caseNumber) {
		return correspondence.of(caseNumber).stream()
				.map(letter -> new CaseLetter(letter.unit() == null ? null : units.name(letter.unit()), letter.text(), letter.at())).toList();
	}

	Result<Letter> write(String key, String caseNumber, String text, Actor.Citizen applicant) {
		return correspondence.ask(key, caseNumber, text, applicant);
	}
}
