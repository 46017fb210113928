package org.nafidha.identity.internal;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.nafidha.identity.RateLimits;
import org.nafidha.kernel.Refusal;
import org.nafidha.platform.CentreProperties;
import org.springframework.stereotype.Component;

/** Limits by Bucket4j in {@code identity.rate_limit}; it opens connections and transactions of its own. */
@Component
final class BucketLimits implements RateLimits {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

	private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
	private final Marks marks;
	private final InstantSource clock;
	private final CentreProperties centre;

	BucketLimits(DataSource pool, Marks marks, InstantSource clock, CentreProperties centre) {
		this.marks = marks;
		this.clock = clock;
		this.centre = centre;
		this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(pool).primaryKeyMapper(PrimaryKeyMapper.STRING).table("identity.rate_limit")
				.idColumn("id").stateColumn("state").expiresAtColumn("expires_at")
				.expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
				.clientClock(new BucketClock(clock)).build();
	}

	@Override
	public Optional<Refusal> take(Limit limit, String who) {
		ConsumptionProbe probe = bucket(limit, who).tryConsumeAndReturnRemaining(1);
		return probe.isConsumed() ? Optional.empty() : Optional.of(refusal(limit, Duration.ofNanos(probe.getNanosToWaitForRefill())));
	}

	@Override
	public void giveBack(Limit limit, String who) {
		bucket(limit, who).addTokens(1);
	}

	/** Removes buckets that are full again, at most so many. */
	int forget(int most) {
		return buckets.removeExpired(most);
	}

	/** Rounded up to the full minute, so that the time shown is never too early. */
	private Refusal refusal(Limit limit, Duration wait) {
		Instant again = clock.instant().plus(wait).truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
		String code = limit == Limit.WRONG_CODE_BY_NUMBER ? "code.too-many-wrong" : "too-many-tries";
		return Refusal.of(code, "time", TIME.format(again.atZone(centre.zone())));
	}

	private Bucket bucket(Limit limit, String who) {
		return buckets.getProxy(limit.name() + ":" + marks.text("rate-limit", limit.name(), counted(limit, who)),
				() -> BucketConfiguration.builder().addLimit(l -> l.capacity(limit.tries()).refillGreedy(limit.tries(), limit.period())).build());
	}

	/** As whom a try is counted. */
	private static String counted(Limit limit, String who) {
		return switch (limit) {
			case CODE_BY_ADDRESS, WRONG_CODE_BY_ADDRESS, STAFF_BY_ADDRESS, FOLLOWING_BY_ADDRESS, VERIFICATION_BY_ADDRESS, AGENCY_ANSWERS_BY_ADDRESS ->
				NetworkPlace.of(who);
			case CODE_BY_NUMBER, WRONG_CODE_BY_NUMBER, STAFF_BY_ACCOUNT_AND_PLACE, STAFF_BY_ACCOUNT -> who;
		};
	}
}
