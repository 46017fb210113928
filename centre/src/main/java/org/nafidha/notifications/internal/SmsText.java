package org.nafidha.notifications.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text as it travels in short messages. What Latin letters, digits and the commonest signs can say goes in the default alphabet, 160
 * characters a message; anything else, above all Arabic, in UCS-2, 70 characters. Longer ones are cut into parts of 153 and 67 characters
 * behind a header that telephones put them together by (3GPP TS 23.040, 9.2.3.24.1).
 *
 * @param octets header and text of each part
 * @param ucs2 otherwise the default alphabet, one character an octet
 */
record SmsText(List<byte[]> octets, boolean ucs2) {

	static final int HEADER_OCTETS = 6;

	private static final int MOST_PARTS = 6;

	/** Where the default alphabet of GSM 03.38 and ASCII agree. */
	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 \\n\\r!\"#%&'()*+,\\-./:;<=>?]*");

	private static final int PLAIN_ALONE = 160;
	private static final int PLAIN_OF_MANY = 153;
	private static final int UCS2_ALONE = 70;
	private static final int UCS2_OF_MANY = 67;

	/** @param reference marks the parts of one text, 0 to 255 */
	static SmsText of(String text, int reference) {
		boolean ucs2 = !PLAIN.matcher(text).matches();
		boolean alone = text.length() <= (ucs2 ? UCS2_ALONE : PLAIN_ALONE);
		List<String> parts = alone ? List.of(text) : cut(text, ucs2 ? UCS2_OF_MANY : PLAIN_OF_MANY);
		if (parts.size() > MOST_PARTS) {
			throw new IllegalArgumentException("a text message of " + text.length() + " characters: it would take " + parts.size() + " parts");
		}
		List<byte[]> octets = new ArrayList<>();
		for (String part : parts) {
			byte[] body = part.getBytes(ucs2 ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII);
			octets.add(alone ? body : behind(reference, parts.size(), octets.size() + 1, body));
		}
		return new SmsText(List.copyOf(octets), ucs2);
	}

	boolean alone() {
		return octets.size() == 1;
	}

	/** Never between the two halves of one character. */
	private static List<String> cut(String text, int most) {
		List<String> parts = new ArrayList<>();
		for (int start = 0; start < text.length();) {
			int end = Math.min(text.length(), start + most);
			if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
				end--;
			}
			parts.add(text.substring(start, end));
			start = end;
		}
		return parts;
	}

	private static byte[] behind(int reference, int parts, int part, byte[] body) {
		return ByteBuffer.allocate(HEADER_OCTETS + body.length).put((byte) (HEADER_OCTETS - 1)).put((byte) 0).put((byte) 3).put((byte) reference)
				.put((byte) parts).put((byte) part).put(body).array();
	}
}
