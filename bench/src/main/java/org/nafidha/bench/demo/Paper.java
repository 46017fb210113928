package org.nafidha.bench.demo;

/**
 * A document as the citizen holds it.
 *
 * @param proof the journal's receipt, as JSON
 */
record Paper(String number, byte[] pdf, byte[] proof) {

	/** A copy in which somebody has changed one bit. */
	byte[] altered() {
		byte[] copy = pdf.clone();
		copy[copy.length / 2] ^= 1;
		return copy;
	}
}
