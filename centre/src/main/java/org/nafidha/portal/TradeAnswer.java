package org.nafidha.portal;

import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;

/**
 * Whether a trade may open somewhere, and the rule that says so.
 *
 * @param rule in words
 * @param legal where the rule stands
 * @param kind what the planning study makes of the zone
 */
public record TradeAnswer(boolean allowed, LocalizedText rule, @Nullable LocalizedText legal, LocalizedText trade, LocalizedText zone,
		LocalizedText kind, LocalizedText place) {
}
