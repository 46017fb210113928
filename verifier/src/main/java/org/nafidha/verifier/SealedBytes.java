package org.nafidha.verifier;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a PDF's seal covers and the seal itself, found on the bytes alone: nothing of the file is parsed as PDF before its seal
 * has been verified, so a hostile file never meets a PDF parser.
 *
 * @param covered everything but the seal's value
 * @param cms the seal's value, a CMS SignedData in DER
 */
record SealedBytes(byte[] covered, byte[] cms, int gapStart, int gapEnd) {
	private static final byte[] BYTE_RANGE = ascii("/ByteRange");
	private static final Pattern RANGE = Pattern.compile("/ByteRange\\s*\\[\\s*0\\s+(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s*\\]");
	private static final int RANGE_WINDOW = 200;
	private static final int CMS_BYTES = 256 << 10;

	static SealedBytes read(byte[] file) throws Rejected {
		int at = indexOf(file, BYTE_RANGE, 0);
		if (at < 0)
			throw new Rejected(Cause.PDF_NO_SEAL);
		if (indexOf(file, BYTE_RANGE, at + 1) >= 0)
			throw new Rejected(Cause.PDF_MANY_SEALS);
		String window = new String(file, at, Math.min(RANGE_WINDOW, file.length - at), StandardCharsets.ISO_8859_1);
		Matcher range = RANGE.matcher(window);
		if (!range.lookingAt())
			throw new Rejected(Cause.PDF_SEAL_BROKEN);
		int gapStart = Integer.parseInt(range.group(1));
		int gapEnd = Integer.parseInt(range.group(2));
		int tail = Integer.parseInt(range.group(3));
		if ((long) gapEnd + tail != file.length)
			throw new Rejected(Cause.PDF_AFTER_SEAL);
		if (gapStart >= gapEnd - 2 || gapEnd > file.length || file[gapStart] != '<' || file[gapEnd - 1] != '>')
			throw new Rejected(Cause.PDF_SEAL_BROKEN);
		byte[] covered = Arrays.copyOf(file, gapStart + tail);
		System.arraycopy(file, gapEnd, covered, gapStart, tail);
		return new SealedBytes(covered, cms(file, gapStart + 1, gapEnd - 1), gapStart, gapEnd);
	}

	/** The first position of the word from there on, or -1. */
	static int indexOf(byte[] file, byte[] word, int from) {
		for (int i = from; i <= file.length - word.length; i++)
			if (file[i] == word[0] && Arrays.equals(file, i, i + word.length, word, 0, word.length))
				return i;
		return -1;
	}

	private static byte[] cms(byte[] file, int from, int to) throws Rejected {
		if (to - from > 2 * CMS_BYTES)
			throw new Rejected(Cause.PDF_SEAL_BROKEN);
		byte[] padded;
		try {
			padded = HexFormat.of().parseHex(new String(file, from, to - from, StandardCharsets.ISO_8859_1));
		} catch (IllegalArgumentException _) {
			throw new Rejected(Cause.PDF_SEAL_BROKEN);
		}
		int length = derLength(padded);
		for (int i = length; i < padded.length; i++)
			if (padded[i] != 0)
				throw new Rejected(Cause.PDF_SEAL_BROKEN);
		return Arrays.copyOf(padded, length);
	}

	/** The length of the DER SEQUENCE at the start, its head included. */
	private static int derLength(byte[] der) throws Rejected {
		int first = der.length < 6 ? 0 : der[1] & 0xFF;
		int octets = first - 0x80;
		if (der.length < 6 || der[0] != 0x30 || octets < 1 || octets > 3)
			throw new Rejected(Cause.PDF_SEAL_BROKEN);
		int value = 0;
		for (int i = 0; i < octets; i++)
			value = value << 8 | der[2 + i] & 0xFF;
		if (value > der.length - 2 - octets)
			throw new Rejected(Cause.PDF_SEAL_BROKEN);
		return 2 + octets + value;
	}

	static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}
}
