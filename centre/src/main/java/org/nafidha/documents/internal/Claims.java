package org.nafidha.documents.internal;

import com.authlete.cbor.CBORByteArray;
import com.authlete.cbor.CBORDecoder;
import com.authlete.cbor.CBORInteger;
import com.authlete.cbor.CBORItem;
import com.authlete.cbor.CBORItemList;
import com.authlete.cbor.CBORLong;
import com.authlete.cbor.CBORPair;
import com.authlete.cbor.CBORPairList;
import com.authlete.cbor.CBORString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.documents.IssuedDocument.Field;

/** The content of a document's code: docs/formats.md section 1. */
record Claims(String issuer, @Nullable Instant expiresAt, Instant issuedAt, String number, String procedure, byte[] dataSha256, long entry,
		List<Field> fields, boolean demo) {

	/** All labels and values together, in UTF-8. */
	static final int FIELDS_LIMIT_BYTES = 180;

	private static final int ISSUER = 1;
	private static final int EXPIRES_AT = 4;
	private static final int ISSUED_AT = 6;
	private static final int NUMBER = 7;
	private static final int PROCEDURE = -70001;
	private static final int DATA_SHA256 = -70002;
	private static final int ENTRY = -70003;
	private static final int FIELDS = -70004;
	private static final int DEMO = -70005;

	/** Deterministic (RFC 8949 section 4.2.1): the keys below stand in bytewise order of their encodings. */
	byte[] encode() {
		List<CBORPair> pairs = new ArrayList<>();
		pairs.add(pair(ISSUER, new CBORString(issuer)));
		if (expiresAt != null) {
			pairs.add(pair(EXPIRES_AT, integer(expiresAt.getEpochSecond())));
		}
		pairs.add(pair(ISSUED_AT, integer(issuedAt.getEpochSecond())));
		pairs.add(pair(NUMBER, new CBORByteArray(number.getBytes(StandardCharsets.UTF_8))));
		pairs.add(pair(PROCEDURE, new CBORString(procedure)));
		pairs.add(pair(DATA_SHA256, new CBORByteArray(dataSha256)));
		pairs.add(pair(ENTRY, integer(entry)));
		pairs.add(pair(FIELDS, new CBORItemList(fields.stream()
				.map(field -> new CBORItemList(List.of(new CBORString(field.label()), new CBORString(field.value())))).toList())));
		if (demo) {
			pairs.add(pair(DEMO, new CBORInteger(1)));
		}
		return new CBORPairList(pairs).encode();
	}

	/** Empty for anything but such a content. */
	static Optional<Claims> decode(byte[] bytes) {
		try {
			if (!(new CBORDecoder(bytes).next() instanceof CBORPairList map)) {
				return Optional.empty();
			}
			Map<Object, Object> claims = map.parse();
			List<Field> fields = new ArrayList<>();
			for (Object field : (List<?>) required(claims, FIELDS)) {
				List<?> pair = (List<?>) field;
				fields.add(new Field((String) pair.get(0), (String) pair.get(1)));
			}
			return Optional.of(new Claims((String) required(claims, ISSUER),
					claims.get(EXPIRES_AT) instanceof Number seconds ? Instant.ofEpochSecond(seconds.longValue()) : null,
					Instant.ofEpochSecond(((Number) required(claims, ISSUED_AT)).longValue()),
					new String((byte[]) required(claims, NUMBER), StandardCharsets.UTF_8), (String) required(claims, PROCEDURE),
					(byte[]) required(claims, DATA_SHA256), ((Number) required(claims, ENTRY)).longValue(), fields, claims.containsKey(DEMO)));
		} catch (IOException | RuntimeException notSuchContent) {
			return Optional.empty();
		}
	}

	private static Object required(Map<Object, Object> claims, int key) {
		Object value = claims.get(key);
		if (value == null) {
			throw new IllegalArgumentException("no claim " + key);
		}
		return value;
	}

	private static CBORPair pair(int key, CBORItem value) {
		return new CBORPair(new CBORInteger(key), value);
	}

	private static CBORItem integer(long value) {
		return value == (int) value ? new CBORInteger((int) value) : new CBORLong(value);
	}
}
