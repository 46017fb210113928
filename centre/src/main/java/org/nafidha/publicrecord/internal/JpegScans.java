package org.nafidha.publicrecord.internal;

/** How a JPEG file (ITU-T T.81, annex B) is divided into scans, read from its markers alone. */
final class JpegScans {

	private static final int MARK = 0xFF;
	private static final int SOF2 = 0xC2;
	private static final int SOS = 0xDA;

	private JpegScans() {
	}

	/**
	 * Does a decoder have to hold the whole picture before it can hand out a line: progressive, or colours in scans of their own? Also for a
	 * JPEG whose first scan is not found; not for other files.
	 */
	static boolean heldWhole(byte[] file) {
		if (at(file, 0) != MARK || at(file, 1) != 0xD8) {
			return false;
		}
		int colours = 0;
		for (int i = 2; i < file.length; i++) {
			int marker = at(file, i);
			if (at(file, i - 1) != MARK || marker == MARK || isBare(marker)) {
				continue;
			}
			if (marker == SOF2 || marker == SOS) {
				return marker == SOF2 || at(file, i + 3) < colours;
			}
			if (isFrame(marker)) {
				colours = at(file, i + 8);
			}
			// to the first byte behind the segment, which the loop then looks at together with its successor
			i += (at(file, i + 1) << 8) + at(file, i + 2) + 1;
		}
		return true;
	}

	/** Without a length after it. */
	private static boolean isBare(int marker) {
		return marker <= 0x01 || marker >= 0xD0 && marker <= 0xD9;
	}

	private static boolean isFrame(int marker) {
		return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
	}

	private static int at(byte[] file, int index) {
		return index < file.length ? file[index] & 0xFF : 0;
	}
}
