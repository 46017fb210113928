package org.nafidha.verifier;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a code states (docs/formats.md section 1).
 *
 * @param expiresAt the first moment at which the document no longer holds; empty: without end
 * @param fields the key fields as printed, label and value, the property first
 */
public record Claims(String issuer, Optional<Instant> expiresAt, Instant issuedAt, String number, String procedure, Hash data, long journalEntry,
		List<Field> fields,
		boolean demonstration) {

	/** One line of the paper that the code repeats. */
	public record Field(String label, String value) {
	}

	private static final int FIELDS_BYTES = 180;

	/** Whether the document's time is over. */
	boolean expired(Instant now) {
		return expiresAt.isPresent() && !now.isBefore(expiresAt.get());
	}

	static Claims read(byte[] payload) throws Rejected {
		Draft draft = new Draft();
		Cbor in = new Cbor(payload);
		int pairs = in.map();
		byte[] before = {};
		for (int i = 0; i < pairs; i++) {
			byte[] key = in.key();
			if (Arrays.compareUnsigned(before, key) >= 0)
				throw new Rejected(Cause.CODE_BROKEN);
			before = key;
			draft.take(new Cbor(key), key, in);
		}
		in.end();
		return draft.claims();
	}

	/** Collects claims in whatever order the encoding fixes; complete or rejected at the end. */
	private static final class Draft {
		private @org.jspecify.annotations.Nullable String issuer;
		private Optional<Instant> expiresAt = Optional.empty();
		private @org.jspecify.annotations.Nullable Instant issuedAt;
		private @org.jspecify.annotations.Nullable String number;
		private @org.jspecify.annotations.Nullable String procedure;
		private @org.jspecify.annotations.Nullable Hash data;
		private long journalEntry = -1;
		private @org.jspecify.annotations.Nullable List<Field> fields;
		private boolean demonstration;

		void take(Cbor key, byte[] encodedKey, Cbor in) throws Rejected {
			if ((encodedKey[0] & 0xFF) >> 5 > 1) {
				in.skip(Limits.CBOR_DEPTH);
				return;
			}
			switch (Math.toIntExact(Math.clamp(key.integer(), Integer.MIN_VALUE, Integer.MAX_VALUE))) {
				case 1 -> issuer = in.text();
				case 4 -> expiresAt = Optional.of(seconds(in.integer()));
				case 6 -> issuedAt = seconds(in.integer());
				case 7 -> number = utf8(in.bytes());
				case -70001 -> procedure = in.text();
				case -70002 -> data = Hash.of(in.bytes(), Cause.CODE_BROKEN);
				case -70003 -> journalEntry = in.integer();
				case -70004 -> fields = readFields(in);
				case -70005 -> demonstration = in.integer() == 1;
				default -> in.skip(Limits.CBOR_DEPTH);
			}
		}

		Claims claims() throws Rejected {
			if (issuer == null || issuedAt == null || number == null || number.isEmpty() || procedure == null || data == null || journalEntry < 0
					|| fields == null)
				throw new Rejected(Cause.CODE_BROKEN);
			return new Claims(issuer, expiresAt, issuedAt, number, procedure, data, journalEntry, fields, demonstration);
		}

		private static List<Field> readFields(Cbor in) throws Rejected {
			List<Field> fields = new ArrayList<>();
			int bytes = 0;
			int count = in.array();
			for (int i = 0; i < count; i++) {
				if (in.array() != 2)
					throw new Rejected(Cause.CODE_BROKEN);
				Field field = new Field(in.text(), in.text());
				bytes += (field.label() + field.value()).getBytes(StandardCharsets.UTF_8).length;
				fields.add(field);
			}
			if (bytes > FIELDS_BYTES)
				throw new Rejected(Cause.CODE_BROKEN);
			return List.copyOf(fields);
		}

		private static Instant seconds(long value) throws Rejected {
			try {
				return Instant.ofEpochSecond(value);
			} catch (DateTimeException _) {
				throw new Rejected(Cause.CODE_BROKEN);
			}
		}

		private static String utf8(byte[] bytes) throws Rejected {
			String text = new String(bytes, StandardCharsets.UTF_8);
			if (!Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8)))
				throw new Rejected(Cause.CODE_BROKEN);
			return text;
		}
	}
}
