package org.nafidha.cases;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.nafidha.kernel.Result;

/** Papers that citizens bring: photographs and PDFs, at most {@value #MAX_BYTES} bytes each. Thread-safe. */
public interface Attachments {

	long MAX_BYTES = 10L * 1024 * 1024;

	/**
	 * Takes a file in, before or during a case. Reads at most one byte more than allowed. Refused: {@code attachment.empty}, {@code
	 * attachment.too-big}, {@code attachment.kind} (neither PDF, JPEG nor PNG), {@code attachment.disguised} (its name says another kind than
	 * its content).
	 */
	Result<Attachment> accept(String personId, String evidence, String fileName, InputStream content);

	Optional<Attachment> find(String id);

	/** The bytes; callers decide who may see them. */
	byte[] content(Attachment attachment);

	/** Joins accepted files of the same person to a case; unknown ids and those of others are ignored. */
	void join(String caseNumber, String personId, List<String> ids);

	List<Attachment> of(String caseNumber);
}
