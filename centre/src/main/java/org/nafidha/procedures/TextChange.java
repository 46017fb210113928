package org.nafidha.procedures;

/**
 * A line of two texts laid side by side.
 *
 * @param before its number in the earlier text; 0 if it is not there
 * @param after its number in the later text; 0 if it is not there
 */
public record TextChange(int before, int after, String line) {

	/** {@code same}, {@code gone} or {@code new}. */
	public String kind() {
		return before > 0 && after > 0 ? "same" : before > 0 ? "gone" : "new";
	}
}
