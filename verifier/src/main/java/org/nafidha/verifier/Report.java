package org.nafidha.verifier;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The answer to one run.
 *
 * @param together whether the files speak of the same document; empty when there was nothing to compare
 */
public record Report(List<Finding> findings, Optional<Finding> together) {

	/** The same with one more caveat on every finding. */
	Report with(Caveat caveat) {
		return new Report(
				findings.stream().map(finding -> finding.with(Stream.concat(finding.caveats().stream(), Stream.of(caveat)).toList())).toList(),
				together);
	}

	/** 1 when anything is altered, revoked, expired or unknown; else 2 when anything could not be judged; else 0. */
	public int exitCode() {
		List<Integer> codes = Stream.concat(findings.stream(), together.stream()).map(finding -> finding.verdict().exitCode()).toList();
		if (codes.contains(1))
			return 1;
		return codes.contains(2) ? 2 : 0;
	}
}
