package org.nafidha.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares files that were given together: codes and receipts must be about the documents beside them, and say the same. */
final class Agreement {
	private final Map<String, Finding> anchors = new HashMap<>();
	private final List<Finding> others = new ArrayList<>();

	private Agreement(List<Finding> findings) {
		boolean documents = findings.stream().anyMatch(finding -> finding.subject().orElse(null) instanceof Finding.OfDocument);
		for (Finding finding : findings) {
			boolean anchor = documents
					? finding.subject().orElse(null) instanceof Finding.OfDocument
					: finding.subject().orElse(null) instanceof Finding.OfCode;
			if (anchor)
				finding.claims().ifPresent(claims -> anchors.putIfAbsent(claims.number(), finding));
			else if (finding.subject().isPresent())
				others.add(finding);
		}
	}

	/** The answer for all of them; empty when there are not two to compare. */
	static Optional<Finding> of(List<Finding> findings) {
		Agreement agreement = new Agreement(findings);
		if (agreement.anchors.isEmpty() || agreement.others.isEmpty())
			return Optional.empty();
		for (Finding other : agreement.others) {
			Optional<Finding> trouble = agreement.compare(other);
			if (trouble.isPresent())
				return trouble;
		}
		return Optional.of(finding(Cause.FILES_AGREE, Map.of()));
	}

	private Optional<Finding> compare(Finding other) {
		return switch (other.subject().orElseThrow()) {
			case Finding.OfCode(Claims claims) -> claims.equals(anchorOf(claims.number()).orElse(null)) ? Optional.empty() : disagree(other);
			case Finding.OfReceipt(Receipt receipt) -> compare(other, receipt);
			case Finding.OfDocument _ -> Optional.empty();
		};
	}

	private Optional<Finding> compare(Finding file, Receipt receipt) {
		Optional<Claims> claims = anchorOf(receipt.subject());
		if (claims.isEmpty() || receipt.data().isPresent() && !receipt.data().get().equals(claims.get().data())
				|| receipt.kind().equals(Receipt.ISSUED) && receipt.entryId() != claims.get().journalEntry())
			return disagree(file);
		if (subjectOf(receipt.subject()).orElse(null) instanceof Finding.OfDocument(SealedPdf document)
				&& (receipt.pdf().isPresent() && !receipt.pdf().get().equals(document.pdf())
						|| receipt.fields().isPresent() && !receipt.fields().get().equals(document.fields())))
			return disagree(file);
		if (receipt.kind().equals(Receipt.REVOKED))
			return Optional.of(finding(Cause.DOCUMENT_REVOKED,
					Map.of("number", receipt.subject(), "at", Texts.moment(receipt.at()), "reason", receipt.reason().orElse(""))));
		return Optional.empty();
	}

	private Optional<Claims> anchorOf(String number) {
		return Optional.ofNullable(anchors.get(number)).flatMap(Finding::claims);
	}

	private Optional<Finding.Subject> subjectOf(String number) {
		return Optional.ofNullable(anchors.get(number)).flatMap(Finding::subject);
	}

	private static Optional<Finding> disagree(Finding file) {
		return Optional.of(finding(Cause.FILES_DISAGREE, Map.of("file", file.file())));
	}

	private static Finding finding(Cause cause, Map<String, String> values) {
		return new Finding("", cause, values, List.of(), Optional.empty());
	}
}
