package org.nafidha.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotTests {

	@Test
	void itReadsAndWritesWhatPostgresqlDoes() {
		assertThat(Snapshot.parse("10:20:10,14,15")).isEqualTo(new Snapshot(20, List.of(10L, 14L, 15L)));
		assertThat(Snapshot.parse("20:20:")).isEqualTo(new Snapshot(20, List.of()));
		assertThat(new Snapshot(20, List.of(15L, 10L)).text()).isEqualTo("10:20:10,15");
		assertThat(Snapshot.NOTHING.text()).isEqualTo("1:1:");
	}

	@Test
	void cutShortItStillRemembersWhoWasRunning() {
		Snapshot seen = Snapshot.parse("10:20:10,14,15");
		assertThat(seen.upTo(14).text()).isEqualTo("10:15:10,14");
		assertThat(seen.upTo(9).text()).isEqualTo("10:10:");
		assertThat(seen.upTo(19)).isEqualTo(seen);
	}
}
