package org.nafidha.portal.internal;

import org.jspecify.annotations.Nullable;
import org.nafidha.cases.Appeals;
import org.nafidha.cases.Appeals.Right;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.portal.CaseView;
import org.nafidha.portal.Linked;
import org.springframework.stereotype.Component;

/** Links a refused case and its appeal, both ways. */
@Component
record Links(Cases cases, Appeals appeals, CaseViews views) {

	Linked of(CaseFile file) {
		Right right = appeals.right(file);
		return new Linked(right instanceof Right.Open(var until) ? until : null,
				right instanceof Right.Used(String appeal) ? other(appeal, file) : null,
				other(file.about(), file));
	}

	private Linked.@Nullable Other other(@Nullable String number, CaseFile seenFrom) {
		if (number == null) {
			return null;
		}
		CaseView view = views.view(cases.find(number).orElseThrow());
		return new Linked.Other(number, view.procedure().name(), view.status(), view.file().personId().equals(seenFrom.personId()));
	}
}
