package org.nafidha.verifier;

import java.time.Duration;

/** Every bound of the verifier. What exceeds one is answered with exit code 2, never tried. */
final class Limits {
	static final long FILE_BYTES = 50L << 20;
	static final int TEXT_BYTES = 5 << 20;
	static final int CODE_CHARACTERS = 2_900;
	static final int JSON_DEPTH = 32;
	static final int CBOR_DEPTH = 4;
	static final int PROOF_HASHES = 63;
	static final int NOTE_SIGNATURES = 100;
	/** Pictures with more pixels are refused; larger than {@link #PICTURE_WORK_PIXELS} are read at a fraction of their size. */
	static final long PICTURE_PIXELS = 120_000_000L;
	static final long PICTURE_WORK_PIXELS = 16_000_000L;
	/** The largest side of a page that is drawn to find its code, in points: A0. */
	static final float PAGE_SIDE_POINTS = 3_370f;
	static final Duration PER_FILE = Duration.ofSeconds(60);
	static final Duration NETWORK = Duration.ofSeconds(10);

	private Limits() {
	}
}
