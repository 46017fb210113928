package org.nafidha.web;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** A step of a case as its applicant sees it. */
public record TrackStep(String title, @Nullable Content detail, State state) {

	public enum State {
		DONE, NOW, NEXT
	}
}
