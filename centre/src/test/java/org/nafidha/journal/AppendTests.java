package org.nafidha.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nafidha.kernel.Actor;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@CentreTest
class AppendTests {

	@Autowired
	Journal journal;
	@Autowired
	TransactionTemplate transaction;
	@Autowired
	JdbcClient db;

	private final String subject = "append-" + UUID.randomUUID();

	@Test
	void anActOutsideATransactionIsRefused() {
		assertThatThrownBy(() -> journal.append(act("test.done", Map.of()))).isInstanceOf(IllegalTransactionStateException.class);
		assertThat(journal.about(subject)).isEmpty();
	}

	@Test
	void anEntryIsFoundAgainByItsNumberAndByItsSubjectAsItWasWritten() {
		EntryId id = append(act("test.done", Map.of("fee", 2500, "name", "ريم \"الحلبي\"", "parts", List.of(true, "1/2"))));
		Entry entry = journal.entry(id).orElseThrow();
		assertThat(entry.kind()).isEqualTo("test.done");
		assertThat(entry.subject()).isEqualTo(subject);
		assertThat(entry.actor()).isEqualTo("system:tests");
		assertThat(entry.facts()).isEqualTo("{\"fee\":2500,\"name\":\"ريم \\\"الحلبي\\\"\",\"parts\":[true,\"1/2\"]}");
		assertThat(journal.about(subject)).extracting(Entry::id).containsExactly(id);
		assertThat(journal.entry(new EntryId(-1))).isEmpty();
	}

	@Test
	void theEntriesOfASubjectComeInTheOrderOfTheirTransactionsAndWithinOneInTheOrderOfAppending() {
		List<EntryId> first = transaction
				.execute(t -> IntStream.range(0, 120).mapToObj(i -> journal.append(act("test.done", Map.of("i", i)))).toList());
		EntryId last = append(act("test.closed", Map.of()));
		assertThat(journal.about(subject)).extracting(Entry::id).startsWith(first.toArray(EntryId[]::new)).endsWith(last).hasSize(121);
	}

	@Test
	void anActRolledBackLeavesNoEntry() {
		EntryId id = transaction.execute(t -> {
			t.setRollbackOnly();
			return journal.append(act("test.done", Map.of()));
		});
		assertThat(journal.entry(id)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "done", "Test.done", "test.", "test.done now"})
	void aKindIsAModuleAndAVerb(String kind) {
		assertThatThrownBy(() -> append(act(kind, Map.of()))).isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void factsThatHaveNoSingleSpellingOrAreTooLargeAreRefused() {
		assertThatThrownBy(() -> append(act("test.done", Map.of("fee", 2.5)))).hasMessageContaining("$.fee");
		assertThatThrownBy(() -> append(act("test.done", Map.of("text", "x".repeat(65_536))))).hasMessageContaining("65536 bytes");
	}

	@ParameterizedTest
	@ValueSource(strings = {"update journal.entry set actor = actor where false", "delete from journal.entry where false", "truncate journal.entry",
			"update journal.leaf set position = 1 where false", "delete from journal.leaf where false", "truncate journal.leaf",
			"update journal.tile set hashes = hashes where false", "delete from journal.tile where false", "truncate journal.tile",
			"update journal.checkpoint set note = '' where false", "delete from journal.checkpoint where false", "truncate journal.checkpoint",
			"update journal.era set number = 1 where false", "delete from journal.era where false", "truncate journal.era",
			"insert into journal.era (number, system_identifier) values (99, 1)", "delete from journal.reader where false", "truncate journal.reader",
			"update journal.reader set name = 'x' where false", "drop table journal.leaf", "alter table journal.entry disable trigger all",
			"insert into journal.entry (id, xid) values (1, '1')", "insert into journal.entry (id, era) values (1, 9)",
			"select setval('journal.entry_id', 1)"})
	void theApplicationCannotChangeWhatIsWritten(String statement) {
		assertThatThrownBy(() -> db.sql(statement).update()).rootCause().hasMessageMatching("(?s).*(permission denied|must be owner).*");
	}

	private EntryId append(Act act) {
		return transaction.execute(t -> journal.append(act));
	}

	private Act act(String kind, Map<String, ?> facts) {
		return new Act(kind, subject, new Actor.System("tests"), facts);
	}
}
