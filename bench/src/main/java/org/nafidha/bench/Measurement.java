package org.nafidha.bench;

/** One of the things {@code ./nafidha bench} can measure. */
interface Measurement {

	/** Measures, and adds its figures and conditions to the report. */
	void measure(Report report) throws Exception;
}
