package org.nafidha.console;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nafidha.procedures.Examples.Replay;

/**
 * An example and how it goes now.
 *
 * @param replay null while the text defines no procedure
 * @param from how it was expected to end, in words
 * @param to how it ends now, in words
 * @param fees those that come to something else now
 * @param acceptedFrom how it ended before somebody accepted that it goes otherwise, in words; null if nobody had to
 */
public record ExampleLine(org.nafidha.procedures.Example example, @Nullable Replay replay, String from, String to, List<String> wayBefore,
		List<String> wayNow, List<Fee> fees, @Nullable String acceptedFrom, String text) {

	/** A fee that comes to something else now; 0 where it is not charged. */
	public record Fee(String title, BigDecimal before, BigDecimal now) {

		/** Whether both are sums that can be paid: an example written by hand may expect any number. */
		public boolean payable() {
			return Stream.of(before, now).allMatch(sum -> sum.stripTrailingZeros().scale() <= 2 && sum.precision() - sum.scale() <= 15);
		}
	}

	public boolean passed() {
		return replay != null && replay.passed();
	}

	/** Whether what was accepted is another end; otherwise it is another way, or other fees, to the same end. */
	public boolean acceptedOtherEnd() {
		return acceptedFrom != null && !acceptedFrom.equals(to);
	}
}
