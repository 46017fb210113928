package org.nafidha.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.notifications.Channel;
import org.nafidha.notifications.ContactWishes;
import org.nafidha.notifications.ContactWishes.Wish;
import org.nafidha.notifications.Inbox;
import org.nafidha.notifications.Message;
import org.nafidha.notifications.Message.Wording;
import org.nafidha.notifications.Recipient;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import com.github.kagkarlsson.scheduler.SchedulerClient;

/** Nobody's telephone rings at night, nothing is lost for it, and people choose how they are told. */
@CentreTest
class QuietHoursTests {

	private static final ZoneId CITY = ZoneId.of("Asia/Damascus");
	private static final Instant NIGHT = LocalDateTime.parse("2026-11-30T23:10").atZone(CITY).toInstant();
	private static final Instant MORNING = LocalDateTime.parse("2026-12-01T08:00").atZone(CITY).toInstant();

	@Autowired
	MessageTable messages;
	@Autowired
	ContactWishes wishes;
	@Autowired
	Inbox inbox;
	@Autowired
	ObjectProvider<SchedulerClient> jobs;

	private final Ringing sms = new Ringing("sms", true);
	private final Ringing screen = new Ringing("screen", false);
	private final String person = UUID.randomUUID().toString();

	@Test
	void theHoursAreThoseOfTheCityAndGoOverMidnight() {
		QuietHours night = QuietHours.parse("21:00-08:00", CITY);
		assertThat(night.endsAfter(at("20:59"))).isEmpty();
		assertThat(night.endsAfter(at("21:00"))).contains(at("08:00").plusSeconds(86_400));
		assertThat(night.endsAfter(at("07:59"))).contains(at("08:00"));
		assertThat(night.endsAfter(at("08:00"))).isEmpty();
		QuietHours noon = QuietHours.parse("13:00-15:00", CITY);
		assertThat(noon.endsAfter(at("14:00"))).contains(at("15:00"));
		assertThat(noon.endsAfter(at("23:00"))).isEmpty();
		assertThat(QuietHours.parse("none", CITY).endsAfter(at("03:00"))).isEmpty();
		assertThatThrownBy(() -> QuietHours.parse("night", CITY)).hasMessageContaining("quiet-hours");
	}

	@Test
	void aLetterOfTheNightRingsInTheMorningAlsoAfterARestartAndLiesInTheInboxAtOnce() {
		String id = letter();
		assertThat(post(NIGHT).deliver(id)).as("comes back").contains(MORNING);
		assertThat(screen.took).hasSize(1);
		assertThat(sms.took).isEmpty();
		assertThat(inbox.of(person)).singleElement().satisfies(kept -> assertThat(kept.subject().en()).isEqualTo("Subject"));
		assertThat(post(MORNING).deliver(id)).isEmpty();
		assertThat(sms.took).containsExactly("نصّ قصير");
		assertThat(screen.took).as("not told twice").hasSize(1);
		assertThat(messages.find(id).takenBy()).containsExactlyInAnyOrder("sms", "screen");
	}

	@Test
	void aCodeDoesNotWaitForTheMorning() {
		Post post = post(NIGHT);
		post.sendFleeting(message());
		post.close();
		assertThat(sms.took).hasSize(1);
	}

	@Test
	void whoWantsNoTextMessagesIsSentNoneButStillTheCode() {
		wishes.set(person, new Wish(Locale.ENGLISH, false, true));
		assertThat(post(MORNING).deliver(letter())).isEmpty();
		assertThat(sms.took).isEmpty();
		assertThat(screen.took).containsExactly("Short text");
		Post post = post(MORNING);
		post.sendFleeting(message());
		post.close();
		assertThat(sms.took).hasSize(1);
	}

	@Test
	void whatWasShownIsReadAndOnlyOnesOwn() {
		String id = letter();
		assertThat(inbox.unread(person)).isEqualTo(1);
		inbox.shown("somebody-else", List.of(id));
		assertThat(inbox.unread(person)).isEqualTo(1);
		inbox.shown(person, List.of(id));
		assertThat(inbox.unread(person)).isZero();
		assertThat(inbox.of(person)).singleElement().matches(Inbox.Kept::read);
	}

	private String letter() {
		String id = UUID.randomUUID().toString();
		messages.insert(id, message(), NIGHT);
		return id;
	}

	private Post post(Instant now) {
		InstantSource clock = InstantSource.fixed(now);
		return new Post(messages, clock, new Delivery(List.of(sms, screen), wishes, QuietHours.parse("21:00-08:00", CITY), clock), jobs);
	}

	private Message message() {
		return new Message("test", new Recipient(person, "0944000000", null), new Wording(new LocalizedText("موضوع", "Subject"),
				new LocalizedText("نصّ", "Text"), new LocalizedText("نصّ قصير", "Short text")), null, Map.of());
	}

	private static Instant at(String time) {
		return LocalDateTime.parse("2026-11-30T" + time).atZone(CITY).toInstant();
	}

	/** Remembers the short texts it was given. */
	private record Ringing(String name, boolean rings, List<String> took) implements Channel {

		Ringing(String name, boolean rings) {
			this(name, rings, new ArrayList<>());
		}

		@Override
		public boolean reaches(Message message) {
			return true;
		}

		@Override
		public Answer deliver(Parcel parcel) {
			took.add(Optional.ofNullable(parcel.message().sms()).orElseThrow());
			return TAKEN;
		}
	}
}
