package org.nafidha.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the part of CBOR (RFC 8949) that a code uses, in deterministic encoding (section 4.2.1) and in no other: shortest
 * lengths, definite lengths only. The caller asks for what must come next; anything else rejects the code.
 */
final class Cbor {
	private static final int UNSIGNED = 0;
	private static final int NEGATIVE = 1;
	private static final int BYTES = 2;
	private static final int TEXT = 3;
	private static final int ARRAY = 4;
	private static final int MAP = 5;
	private static final int TAG = 6;

	private final byte[] data;
	private int at;

	Cbor(byte[] data) {
		this.data = data;
	}

	long tag() throws Rejected {
		return head(TAG);
	}

	/** The number of items of the array that starts here. */
	int array() throws Rejected {
		return count(head(ARRAY));
	}

	/** The number of pairs of the map that starts here. */
	int map() throws Rejected {
		return count(head(MAP));
	}

	byte[] bytes() throws Rejected {
		return take(head(BYTES));
	}

	String text() throws Rejected {
		byte[] utf8 = take(head(TEXT));
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
		} catch (CharacterCodingException _) {
			throw broken();
		}
	}

	long integer() throws Rejected {
		return major() == NEGATIVE ? -1 - head(NEGATIVE) : head(UNSIGNED);
	}

	/** The next key of a map as its encoded bytes, integer or text; the caller checks their order. */
	byte[] key() throws Rejected {
		int start = at;
		switch (major()) {
			case UNSIGNED, NEGATIVE -> integer();
			case TEXT -> text();
			default -> throw broken();
		}
		return Arrays.copyOfRange(data, start, at);
	}

	/** Passes over one value of any kind, at most {@code depth} levels of it. */
	void skip(int depth) throws Rejected {
		if (depth == 0)
			throw broken();
		switch (major()) {
			case UNSIGNED, NEGATIVE -> integer();
			case BYTES -> bytes();
			case TEXT -> text();
			case ARRAY -> skipAll(array(), depth - 1);
			case MAP -> skipAll(Math.multiplyExact(2, map()), depth - 1);
			default -> throw broken();
		}
	}

	private void skipAll(int items, int depth) throws Rejected {
		for (int i = 0; i < items; i++)
			skip(depth);
	}

	void end() throws Rejected {
		if (at != data.length)
			throw broken();
	}

	private int major() throws Rejected {
		if (at >= data.length)
			throw broken();
		return (data[at] & 0xFF) >> 5;
	}

	private long head(int expected) throws Rejected {
		if (major() != expected)
			throw broken();
		int info = data[at++] & 0x1F;
		if (info < 24)
			return info;
		if (info > 27)
			throw broken();
		int width = 1 << (info - 24);
		byte[] raw = take(width);
		long value = 0;
		for (byte b : raw)
			value = value << 8 | b & 0xFF;
		long least = width == 1 ? 24 : 1L << (width * 4);
		if (value < least)
			throw broken();
		return value;
	}

	/** Every item takes at least one byte, so a count above what is left is a lie. */
	private int count(long value) throws Rejected {
		if (value > data.length - at)
			throw broken();
		return (int) value;
	}

	private byte[] take(long length) throws Rejected {
		if (length > data.length - at)
			throw broken();
		byte[] out = Arrays.copyOfRange(data, at, at + (int) length);
		at += (int) length;
		return out;
	}

	private static Rejected broken() {
		return new Rejected(Cause.CODE_BROKEN);
	}
}
