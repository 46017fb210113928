package org.nafidha.cases.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.nafidha.platform.CentreProperties;
import org.springframework.stereotype.Component;

/** Time, zone and transactions: what every act of the engine needs. */
@Component
record ActContext(InstantSource clock, CentreProperties centre, Transactions transactions) {

	/** PostgreSQL keeps microseconds: what is answered now must equal what is read later. */
	Instant now() {
		return clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	ZoneId zone() {
		return centre.zone();
	}
}
