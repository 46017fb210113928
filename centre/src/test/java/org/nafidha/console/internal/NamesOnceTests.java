package org.nafidha.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.nafidha.cases.Cases;
import org.nafidha.identity.Staff;
import org.nafidha.journal.Entry;
import org.nafidha.journal.EntryId;
import org.nafidha.journal.Journal;
import org.nafidha.journal.PublicLog;
import org.nafidha.procedures.Procedures;
import org.nafidha.tasks.Tasks;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;

/** However many entries a page of the journal has, the staff list is asked once. */
@CentreTest
class NamesOnceTests {

	@Autowired
	Journal journal;
	@Autowired
	PublicLog log;
	@Autowired
	Cases cases;
	@Autowired
	Tasks tasks;
	@Autowired
	Procedures procedures;

	@Test
	void aPageOfEntriesAsksForItsOfficersOnce() {
		List<Object> asked = new ArrayList<>();
		Staff staff = (Staff) Proxy.newProxyInstance(Staff.class.getClassLoader(), new Class<?>[]{Staff.class}, (proxy, method, arguments) -> {
			assertThat(method.getName()).isEqualTo("named");
			asked.add(arguments[0]);
			return Map.of();
		});
		List<Entry> entries = LongStream.rangeClosed(1, 50)
				.mapToObj(i -> new Entry(new EntryId(i), "test.done", "case-" + i, "officer:" + i % 7, Instant.EPOCH, "{}", OptionalLong.of(i)))
				.toList();
		new JournalConsole(journal, log, cases, tasks, staff, procedures).officers(entries);
		assertThat(asked).hasSize(1);
		assertThat((Collection<?>) asked.getFirst()).as("subjects and different officers").hasSize(57);
	}
}
