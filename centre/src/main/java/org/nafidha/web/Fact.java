package org.nafidha.web;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/**
 * A label and its value, for a row of figures or a summary list.
 *
 * @param small a remark beside the value
 * @param href where it can be changed
 */
public record Fact(String label, Content value, @Nullable Content small, @Nullable String href) {

	public static Fact of(String label, Content value) {
		return new Fact(label, value, null, null);
	}

	public static Fact of(String label, String value) {
		return of(label, Html.isolate(value));
	}

	public Fact with(Content remark) {
		return new Fact(label, value, remark, href);
	}

	public Fact changedAt(String address) {
		return new Fact(label, value, small, address);
	}
}
