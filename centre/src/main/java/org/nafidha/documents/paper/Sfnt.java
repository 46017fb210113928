package org.nafidha.documents.paper;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The container of TrueType tables (OpenType 1.9, "Organization of an OpenType font"). */
final class Sfnt {

	private static final int WHOLE_FILE = 0xB1B0AFBA;

	private Sfnt() {
	}

	/** @param tables by tag, in the order of the alphabet */
	static byte[] file(Map<String, byte[]> tables) {
		int start = 12 + 16 * tables.size();
		int length = start + tables.values().stream().mapToInt(table -> padded(table.length)).sum();
		ByteBuffer file = ByteBuffer.allocate(length);
		int power = Integer.highestOneBit(tables.size());
		file.putInt(0x00010000).putShort((short) tables.size()).putShort((short) (16 * power));
		file.putShort((short) Integer.numberOfTrailingZeros(power)).putShort((short) (16 * (tables.size() - power)));
		int at = start;
		int head = 0;
		for (Map.Entry<String, byte[]> table : tables.entrySet()) {
			file.put(at, table.getValue());
			file.put(table.getKey().getBytes(StandardCharsets.US_ASCII));
			file.putInt(sum(file, at, padded(table.getValue().length))).putInt(at).putInt(table.getValue().length);
			if ("head".equals(table.getKey())) {
				head = at;
			}
			at += padded(table.getValue().length);
		}
		file.putInt(head + 8, WHOLE_FILE - sum(file, 0, length));
		return file.array();
	}

	private static int padded(int length) {
		return length + 3 & ~3;
	}

	private static int sum(ByteBuffer file, int from, int length) {
		int sum = 0;
		for (int i = from; i < from + length; i += 4) {
			sum += file.getInt(i);
		}
		return sum;
	}
}
