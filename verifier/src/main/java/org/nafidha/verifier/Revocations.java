package org.nafidha.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known about revoked documents: a signed list, the centre itself, or nothing, which is then said. */
final class Revocations {
	private final Optional<RevocationList> list;
	private final Optional<Online> online;

	Revocations(Optional<RevocationList> list, Optional<Online> online) {
		this.list = list;
		this.online = online;
	}

	/** The finding as it stands, or revoked, or unknown to the register; with the caveats that follow. */
	Finding judge(Finding finding, Claims claims, Optional<Hash> pdf) throws Rejected {
		if (list.isPresent()) {
			RevocationList.Revoked revoked = list.get().numbers().get(claims.number());
			if (revoked != null)
				return finding.with(Cause.DOCUMENT_REVOKED,
						Map.of("number", claims.number(), "at", Texts.moment(revoked.at()), "reason", revoked.reason()));
		}
		if (online.isPresent())
			return registered(finding, claims, pdf, online.get().status(claims.number()));
		List<Caveat> caveats = new ArrayList<>(finding.caveats());
		caveats.add(list.map(known -> new Caveat(Caveat.Kind.REVOCATION_AS_OF, Map.of("at", Texts.moment(known.at()))))
				.orElse(Caveat.of(Caveat.Kind.REVOCATION_NOT_CHECKED)));
		return finding.with(caveats);
	}

	private static Finding registered(Finding finding, Claims claims, Optional<Hash> pdf, Online.Status status) {
		return switch (status.state()) {
			case REVOKED -> finding.with(Cause.DOCUMENT_REVOKED, Map.of("number", claims.number(), "reason", status.reason()));
			case UNKNOWN -> finding.with(Cause.NUMBER_UNKNOWN, Map.of("number", claims.number()));
			case VALID -> pdf.isPresent() && status.pdf().isPresent() && !pdf.equals(status.pdf())
					? finding.with(Cause.PDF_NOT_THE_REGISTERED, Map.of("number", claims.number()))
					: finding;
		};
	}
}
