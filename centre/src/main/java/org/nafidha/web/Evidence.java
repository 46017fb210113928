package org.nafidha.web;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/**
 * A line of an evidence list.
 *
 * @param holder who holds it, or where it was read
 * @param words how it stands, in a word or two
 */
public record Evidence(Content title, @Nullable Content holder, State state, String words) {

	/** Fetched or fulfilled; brought by the applicant; awaited; missing or against. */
	public enum State {
		GOOD("check", "good"), FETCHED("fetch", "good"), BRING("paper", "wait"), WAIT("clock", "wait"), BAD("cross", "bad"), PLAIN("info", "plain");

		private final String icon;
		private final String tag;

		State(String icon, String tag) {
			this.icon = icon;
			this.tag = tag;
		}

		public String icon() {
			return icon;
		}

		public String tag() {
			return tag;
		}
	}
}
