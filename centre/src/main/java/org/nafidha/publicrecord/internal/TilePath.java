package org.nafidha.publicrecord.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nafidha.journal.PublicLog;

/**
 * The {@code <N>[.p/<W>]} of a tile's address in C2SP tlog-tiles: the index in groups of three digits, all but the last
 * with an x before them ({@code x001/x234/067} is 1234067), and the width where the tile is partial.
 */
record TilePath(long index, int width) {

	/** Six groups: beyond them there is no tile in any tree that fits a long. */
	private static final Pattern SHAPE = Pattern.compile("/?((?:x\\d{3}/){0,5}\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

	/** Empty for anything but the one spelling. */
	static Optional<TilePath> parse(String text) {
		Matcher m = SHAPE.matcher(text);
		if (!m.matches() || (m.group(1).startsWith("x000"))) {
			return Optional.empty();
		}
		long index = Long.parseLong(m.group(1).replaceAll("[x/]", ""));
		int width = m.group(2) == null ? PublicLog.TILE_WIDTH : Integer.parseInt(m.group(2));
		boolean partial = m.group(2) != null;
		return partial && width >= PublicLog.TILE_WIDTH ? Optional.empty() : Optional.of(new TilePath(index, width));
	}

	/** As it stands in an address. */
	String text() {
		StringBuilder groups = new StringBuilder(String.format(Locale.ROOT, "%03d", index % 1000));
		for (long rest = index / 1000; rest > 0; rest /= 1000) {
			groups.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
		}
		return width == PublicLog.TILE_WIDTH ? groups.toString() : groups + ".p/" + width;
	}
}
