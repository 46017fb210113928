package org.nafidha.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.notifications.Message.Wording;
import org.nafidha.platform.CentreProperties;
import org.nafidha.platform.Texts;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@CentreTest
class NotificationsTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	@Autowired
	Notifications notifications;
	@Autowired
	DemoOutbox outbox;
	@Autowired
	TransactionTemplate transaction;
	@Autowired
	JdbcClient db;
	@Autowired
	CentreProperties centre;

	@Test
	void aMessageIsKeptAndSentAfterTheCommitByEveryChannelThatReachesThePerson() {
		transaction.executeWithoutResult(status -> notifications.send(message("pigeon-1")));
		await().atMost(SOON).untilAsserted(() -> assertThat(state("pigeon-1")).isEqualTo("sent {outbox,pigeon}"));
		assertThat(sentTo("pigeon-1")).singleElement().extracting(DemoOutbox.Sent::text).isEqualTo("نصّ الرسالة\n\nText of the message");
	}

	@Test
	void aMessageOfATransactionThatFailsIsNeverSent() {
		transaction.executeWithoutResult(status -> {
			notifications.send(message("pigeon-2"));
			status.setRollbackOnly();
		});
		assertThat(db.sql("select count(*) from notifications.message where person = 'pigeon-2'").query(Long.class).single()).isZero();
		assertThat(sentTo("pigeon-2")).isEmpty();
	}

	@Test
	void whatOneChannelCouldNotTakeWaitsAndTheOthersAreNotTroubledAgain() {
		transaction.executeWithoutResult(status -> notifications.send(message("pigeon-3-broken")));
		await().atMost(SOON).untilAsserted(() -> assertThat(state("pigeon-3-broken")).isEqualTo("waiting {outbox}"));
		// the round's outcome is stored before its job is put off
		await().atMost(SOON).untilAsserted(() -> assertThat(putOff("pigeon-3-broken")).isTrue());
	}

	@Test
	void theTextOfAFleetingMessageIsNotInTheDatabase() {
		notifications.sendFleeting(message("pigeon-4"));
		await().atMost(SOON).untilAsserted(() -> assertThat(sentTo("pigeon-4")).hasSize(1));
		await().atMost(SOON).untilAsserted(() -> assertThat(state("pigeon-4")).isEqualTo("sent {outbox,pigeon}"));
		assertThat(db.sql(
				"select coalesce(subject, '') || coalesce(body, '') || coalesce(mobile, '') from notifications.message where person = 'pigeon-4'")
				.query(String.class).single()).isEmpty();
	}

	@Test
	void theOutboxBelongsToItsOwnerAlone() throws IOException {
		notifications.sendFleeting(message("pigeon-5"));
		await().atMost(SOON).untilAsserted(() -> assertThat(sentTo("pigeon-5")).hasSize(1));
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(centre.home().resolve("outbox")))).isEqualTo("rwx------");
	}

	private boolean putOff(String person) {
		return db.sql("""
				select execution_time > now() + interval '30 seconds' from platform.scheduled_tasks
				 where task_name = 'notifications-deliver' and task_instance = (select id from notifications.message where person = ?)
				""").param(person).query(Boolean.class).single();
	}

	private String state(String person) {
		return db.sql("select state || ' ' || array(select unnest(channels) order by 1)::text from notifications.message where person = ?")
				.param(person).query(String.class).single();
	}

	private List<DemoOutbox.Sent> sentTo(String person) {
		return outbox.newest(1_000).stream().filter(sent -> sent.person().equals(person)).toList();
	}

	private static Message message(String person) {
		return new Message("test", new Recipient(person, "+963900000000", null, Texts.ARABIC),
				new Wording(new LocalizedText("موضوع", "Subject"), new LocalizedText("نصّ الرسالة", "Text of the message"), null), null,
				Map.of("a", "b"));
	}
}
