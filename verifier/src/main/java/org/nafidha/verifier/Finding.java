package org.nafidha.verifier;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found of one file.
 *
 * @param file its name as given
 * @param values named values of the cause's sentence
 * @param subject what was verified before the verdict fell; empty where nothing could be trusted
 */
public record Finding(String file, Cause cause, Map<String, String> values, List<Caveat> caveats, Optional<Subject> subject) {

	/** A thing that can be verified. */
	public sealed interface Subject {
	}

	/** A code on its own: paper, photograph or text. */
	public record OfCode(Claims claims) implements Subject {
	}

	/** A sealed PDF. */
	public record OfDocument(SealedPdf document) implements Subject {
	}

	/** A journal receipt. */
	public record OfReceipt(Receipt receipt) implements Subject {
	}

	static Finding rejected(String file, Rejected rejected) {
		return new Finding(file, rejected.reason(), rejected.values(), List.of(), Optional.empty());
	}

	public Verdict verdict() {
		return cause.verdict();
	}

	/** The claims of the code or of the document. */
	Optional<Claims> claims() {
		return subject.flatMap(found -> switch (found) {
			case OfCode code -> Optional.of(code.claims());
			case OfDocument document -> Optional.of(document.document().claims());
			case OfReceipt _ -> Optional.empty();
		});
	}

	Finding with(Cause other, Map<String, String> otherValues) {
		return new Finding(file, other, otherValues, caveats, subject);
	}

	Finding with(List<Caveat> more) {
		return new Finding(file, cause, values, more, subject);
	}
}
