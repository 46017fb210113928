package org.nafidha.cases;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Result;

/** Papers that citizens bring: photographs and PDFs, at most {@value #MAX_BYTES} bytes each. Thread-safe. */
public interface Attachments {

	long MAX_BYTES = 10L * 1024 * 1024;

	/** Papers that a case may have; photographs of inspections are not counted. */
	int MOST_OF_CASE = 12;

	/** Papers of one person that were taken in within 24 hours and are part of no case; photographs of inspections are not counted. */
	int MOST_OF_DAY = 40;

	/** As which {@code evidence} the photographs of an inspection are taken in. */
	static String photoOf(String step) {
		return "photo:" + step;
	}

	/**
	 * Takes a file in, before or during a case. Reads at most one byte more than allowed. Refused: {@code attachment.empty}, {@code
	 * attachment.too-big}, {@code attachment.kind} (neither PDF, JPEG nor PNG), {@code attachment.disguised} (its name says another kind than
	 * its content), {@code attachment.too-many} (values {@code max}: {@link #MOST_OF_DAY}).
	 */
	Result<Attachment> accept(String personId, String evidence, String fileName, InputStream content);

	Optional<Attachment> find(String id);

	/** The bytes; callers decide who may see them. */
	byte[] content(Attachment attachment);

	/**
	 * Joins accepted files of the applicant to a running case outside its steps, as a clerk does who is handed a paper; the journal says
	 * who and which ({@code case.papers-joined}). Unknown ids, files of others and photographs of inspections are ignored. Answers with the hashes of what joined.
	 * Refused: {@code case.unknown}, {@code case.ended}, {@code papers.too-many}.
	 */
	Result<List<String>> join(String caseNumber, List<String> ids, Actor actor);

	List<Attachment> of(String caseNumber);
}
