package org.nafidha.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.notifications.Channel;
import org.nafidha.notifications.Channel.Parcel;
import org.nafidha.notifications.Message;
import org.nafidha.notifications.Message.Wording;
import org.nafidha.notifications.Recipient;
import org.nafidha.notifications.internal.NotificationProperties.Smpp;
import org.nafidha.platform.Texts;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Text messages over a socket, to the server side of an SMPP library. */
@CentreTest
class SmsChannelTests {

	private static final String ARABIC = "المعاملة 2026-041587-9 تنتظر منك شيئًا. افتحها لترى المطلوب.";
	private static final Duration ANSWER = Duration.ofSeconds(2);

	@Autowired
	SmsParts parts;
	@Autowired
	InstantSource clock;
	@Autowired
	JdbcClient db;

	private int port;
	private @Nullable Smsc smsc;
	private SmsChannel channel;

	@BeforeEach
	void open() throws IOException {
		port = Smsc.freePort();
		smsc = new Smsc(port);
		channel = channel(Smsc.PASSWORD, 100);
	}

	@AfterEach
	void close() throws IOException {
		channel.close();
		smsc().close();
	}

	@Test
	void anArabicTextArrivesLetterForLetterInOneMessage() {
		assertThat(channel.deliver(parcel(ARABIC, true))).isEqualTo(Channel.TAKEN);
		assertThat(smsc().arrived).containsExactly(new Smsc.Sms("Nafidha", "963944123456", ARABIC));
		assertThat(smsc().submitted).hasSize(1);
	}

	@Test
	void aLongOneArrivesInPartsThatThePhonePutsTogetherAndNoCharacterIsCut() {
		String text = "ا".repeat(66) + "😀" + "ب".repeat(100);
		channel.deliver(parcel(text, true));
		assertThat(smsc().arrived).extracting(Smsc.Sms::text).containsExactly(text);
		assertThat(smsc().submitted).hasSize(3).allSatisfy(part -> assertThat(part.getShortMessage()).hasSizeLessThanOrEqualTo(140));
	}

	@Test
	void latinLettersTakeOneMessageOfHundredAndSixty() {
		String text = "Case 2026-041587-9 is ready. ".repeat(5) + "Come to any cou";
		channel.deliver(parcel(text, true));
		channel.deliver(parcel(text + "!", true));
		assertThat(text).hasSize(160);
		assertThat(smsc().arrived).extracting(Smsc.Sms::text).containsExactly(text, text + "!");
		assertThat(smsc().submitted).hasSize(3);
	}

	@Test
	void oneBindServesAllMessages() {
		for (int i = 0; i < 20; i++) {
			channel.deliver(parcel(ARABIC, true));
		}
		assertThat(smsc().arrived).hasSize(20);
		assertThat(smsc().binds).hasValue(1);
	}

	@Test
	void whatBecameOfAMessageIsRecordedAlsoWhenTheReceiptComesBeforeTheAnswer() {
		smsc().reports = true;
		Parcel parcel = parcel(ARABIC.repeat(2), true);
		channel.deliver(parcel);
		await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(receipts(parcel)).containsExactly("1 DELIVRD", "2 DELIVRD"));
	}

	@Test
	void anSmscThatIsAwayIsNotWaitedForAndServesAgainWhenItIsBack() throws IOException {
		channel.deliver(parcel(ARABIC, true));
		smsc().close();
		assertThatThrownBy(() -> channel.deliver(parcel(ARABIC, false))).isInstanceOf(IllegalStateException.class);
		long before = System.nanoTime();
		assertThatThrownBy(() -> channel.deliver(parcel(ARABIC, false))).isInstanceOf(IllegalStateException.class);
		assertThat(Duration.ofNanos(System.nanoTime() - before)).as("known to be away").isLessThan(Duration.ofSeconds(2));
		smsc = new Smsc(port);
		await().atMost(SmppLink.PAUSE.multipliedBy(4)).ignoreExceptions()
				.until(() -> channel.deliver(parcel("عدنا", false)).equals(Channel.TAKEN));
		assertThat(smsc().arrived).extracting(Smsc.Sms::text).containsExactly("عدنا");
	}

	@Test
	void anSmscThatIsBusyIsAskedAgainAfterAWhileAndNotForEver() {
		smsc().throttles.set(2);
		long before = System.nanoTime();
		channel.deliver(parcel(ARABIC, true));
		assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(1_900));
		smsc().throttles.set(100);
		assertThatThrownBy(() -> channel.deliver(parcel(ARABIC, true))).isInstanceOf(IllegalStateException.class);
		assertThat(smsc().throttles).hasValue(97);
		assertThat(smsc().arrived).hasSize(1);
	}

	@Test
	void anAnswerThatDoesNotComeIsNotWaitedForAndTheBindGoesOn() {
		channel.deliver(parcel(ARABIC, true));
		smsc().delay = ANSWER.plusSeconds(1);
		assertThatThrownBy(() -> channel.deliver(parcel(ARABIC, true))).isInstanceOf(IllegalStateException.class);
		smsc().delay = Duration.ZERO;
		channel.deliver(parcel("بعد الانتظار", true));
		assertThat(smsc().arrived).extracting(Smsc.Sms::text).contains("بعد الانتظار");
		assertThat(smsc().binds).hasValue(1);
	}

	@Test
	void aPartThatWasTakenIsNotSentAgain() {
		Parcel parcel = parcel(ARABIC.repeat(3), true);
		smsc().refusesAfter.set(1);
		assertThatThrownBy(() -> channel.deliver(parcel)).isInstanceOf(IllegalStateException.class);
		assertThat(smsc().submitted).hasSize(1);
		channel.deliver(parcel);
		assertThat(smsc().submitted).hasSize(3);
		assertThat(smsc().arrived).extracting(Smsc.Sms::text).containsExactly(ARABIC.repeat(3));
	}

	@Test
	void noMoreAreHandedOverInASecondThanAgreed() throws IOException {
		try (SmsChannel slow = channel(Smsc.PASSWORD, 5)) {
			long before = System.nanoTime();
			for (int i = 0; i < 8; i++) {
				slow.deliver(parcel(ARABIC, true));
			}
			assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(1_350));
			List<Channel.Answer> many = new java.util.ArrayList<>();
			List<Thread> senders = java.util.stream.IntStream.range(0, 12)
					.mapToObj(n -> Thread.ofVirtual()
							.start(() -> java.util.Collections.synchronizedList(many).add(slow.deliver(parcel(ARABIC, false)))))
					.toList();
			await().atMost(Duration.ofSeconds(20)).until(() -> senders.stream().noneMatch(Thread::isAlive));
			assertThat(many).as("who would have to wait long comes back later").anyMatch(Channel.Answer.Later.class::isInstance)
					.anyMatch(Channel.Answer.Taken.class::isInstance);
		}
	}

	@Test
	void aWrongPasswordIsNoBind() {
		try (SmsChannel stranger = channel("wrong", 100)) {
			assertThatThrownBy(() -> stranger.deliver(parcel(ARABIC, true))).isInstanceOf(IllegalStateException.class);
		}
		assertThat(smsc().arrived).isEmpty();
	}

	@Test
	void onlyAMessageWithATextAndATelephoneGoes() {
		assertThat(channel.reaches(message(ARABIC, "0944123456"))).isTrue();
		assertThat(channel.reaches(message(ARABIC, null))).isFalse();
		assertThat(channel.reaches(message(null, "0944123456"))).isFalse();
	}

	private Smsc smsc() {
		return java.util.Objects.requireNonNull(smsc);
	}

	private List<String> receipts(Parcel parcel) {
		return db.sql("select part || ' ' || coalesce(receipt, '-') from notifications.sms_part where message = ? order by part").param(parcel.id())
				.query(String.class).list();
	}

	private SmsChannel channel(String password, int perSecond) {
		Smpp settings = new Smpp("localhost", port, "nafidha", password, null, "Nafidha", "963", perSecond, false);
		return new SmsChannel(settings, new SmppLink(settings, new SmsReceipts(parts), ANSWER), parts, clock);
	}

	private static Parcel parcel(String text, boolean urgent) {
		return new Parcel(UUID.randomUUID().toString(), message(text, "0944 123 456"), urgent);
	}

	private static Message message(@Nullable String sms, @Nullable String mobile) {
		LocalizedText words = new LocalizedText("رسالة", "Message");
		return new Message("test", new Recipient("p", mobile, null, Texts.ARABIC),
				new Wording(words, words, sms == null ? null : new LocalizedText(sms, sms)), null, Map.of());
	}
}
