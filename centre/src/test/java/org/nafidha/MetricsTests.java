package org.nafidha;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.nafidha.journal.Act;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.testing.CentreTest;
import org.nafidha.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** What monitoring sees. */
@CentreTest
class MetricsTests {

	@Autowired
	Journal journal;
	@Autowired
	TransactionTemplate transaction;
	@LocalServerPort
	int port;

	@Test
	void theCentresOwnFiguresAreThereAndAllAreNumbers() {
		String figures = figures();
		for (String name : new String[]{"nafidha_journal_lag_seconds", "nafidha_journal_reader_behind", "nafidha_automations_pending",
				"nafidha_automations_failing", "nafidha_tasks_open", "nafidha_tasks_waiting"}) {
			assertThat(figures).containsPattern("(?m)^" + name + "(\\{[^}]*})? [0-9]");
		}
	}

	@Test
	void anActIsCountedWhenItIsCommittedAndNotWhenItIsRolledBack() {
		append(false);
		double before = acts();
		append(true);
		assertThat(acts()).isEqualTo(before);
		append(false);
		assertThat(acts()).isEqualTo(before + 1);
	}

	@Test
	void nothingElseOfTheActuatorIsOpen() {
		for (String path : new String[]{"/actuator", "/actuator/env", "/actuator/beans", "/actuator/heapdump", "/actuator/loggers",
				"/actuator/metrics"}) {
			assertThat(new Visitor(port).get(path, "Accept", "application/json").statusCode()).as(path).isIn(401, 404);
		}
	}

	private void append(boolean rollBack) {
		transaction.executeWithoutResult(status -> {
			journal.append(new Act("test.counted", "metrics-" + UUID.randomUUID(), new Actor.System("tests"), Map.of()));
			if (rollBack) {
				status.setRollbackOnly();
			}
		});
	}

	private double acts() {
		Matcher count = Pattern.compile("nafidha_acts_total\\{kind=\"test.counted\"} ([0-9.]+)").matcher(figures());
		assertThat(count.find()).isTrue();
		return Double.parseDouble(count.group(1));
	}

	private String figures() {
		return new Visitor(port).get("/actuator/prometheus").body();
	}
}
