package org.nafidha.publicrecord;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nafidha.documents.Verdict;
import org.nafidha.kernel.LocalizedText;

/**
 * What the page says about something somebody showed.
 *
 * @param tone genuine, number (one that is right, on a paper nobody has seen), altered, revoked, expired, unknown or unreadable: shape, colour and headline
 * @param reason message key of the sentence beneath it
 * @param shown the number or the file's name, as given
 * @param at a moment that belongs to the reason: of the revocation, or of the last day on which it held
 * @param issued what was issued, where that may be told
 */
public record Answer(String tone, String reason, Way way, String shown, Optional<Verdict.Facts> issued, @Nullable Instant at,
		@Nullable LocalizedText revokedBecause) {

	/** How it was shown to us. */
	public enum Way {
		NUMBER, CODE, FILE
	}

	public static Answer of(Verdict verdict, Way way, String shown) {
		return switch (verdict) {
			case Verdict.Genuine(Verdict.Facts facts) ->
				new Answer(way == Way.NUMBER ? "number" : "genuine", key("genuine", way), way, shown, Optional.of(facts), null, null);
			case Verdict.Revoked(Verdict.Facts facts, Instant at, LocalizedText reason) ->
				new Answer("revoked", "publicrecord.answer.revoked.since", way, shown, Optional.of(facts), at, reason);
			case Verdict.Expired(Verdict.Facts facts) ->
				new Answer("expired", "publicrecord.answer.expired.since", way, shown, Optional.of(facts), facts.lastMoment(), null);
			case Verdict.Altered(Verdict.Alteration what, Optional<Verdict.Facts> issued) ->
				new Answer("altered", key("altered", what), way, shown, issued, null, null);
			case Verdict.Unknown(Verdict.Claim claim) -> new Answer("unknown", key("unknown", claim), way, shown, Optional.empty(), null, null);
			case Verdict.Unreadable(Verdict.Defect defect) ->
				new Answer("unreadable", key("unreadable", defect), way, shown, Optional.empty(), null, null);
		};
	}

	/** The file or code itself was compared, not only a number. */
	public boolean whole() {
		return way != Way.NUMBER;
	}

	private static String key(String tone, Enum<?> what) {
		return "publicrecord.answer." + tone + "." + what.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}
}
