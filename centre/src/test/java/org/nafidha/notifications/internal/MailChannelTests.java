package org.nafidha.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.notifications.Channel.Parcel;
import org.nafidha.notifications.Message;
import org.nafidha.notifications.Message.Wording;
import org.nafidha.notifications.Recipient;
import org.nafidha.platform.Texts;
import org.springframework.mail.MailException;

class MailChannelTests {

	@Test
	void aMailArrivesWithItsArabicUnharmed() throws Exception {
		try (MailServer server = new MailServer(false)) {
			channel(server, false).deliver(parcel("someone@example.org"));
			assertThat(server.mails()).hasSize(1);
			MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()),
					new ByteArrayInputStream(server.mails().getFirst().getBytes(StandardCharsets.US_ASCII)));
			assertThat(mail.getSubject()).isEqualTo("رمز الدخول");
			assertThat(mail.getContent().toString().strip()).isEqualTo("رمزك هو 123456");
			assertThat(mail.getAllRecipients()[0]).hasToString("someone@example.org");
			assertThat(mail.getFrom()[0]).hasToString("centre@city.example");
		}
	}

	@Test
	void aRefusedMailIsAnExceptionNotASilence() throws Exception {
		try (MailServer server = new MailServer(true)) {
			assertThatThrownBy(() -> channel(server, false).deliver(parcel("nobody@example.org"))).isInstanceOf(MailException.class);
			assertThat(server.mails()).isEmpty();
		}
	}

	@Test
	void aMailIsNotSentInTheClearWhereEncryptionIsAskedFor() throws Exception {
		try (MailServer server = new MailServer(false)) {
			assertThatThrownBy(() -> channel(server, true).deliver(parcel("someone@example.org"))).isInstanceOf(MailException.class);
			assertThat(server.mails()).isEmpty();
		}
	}

	@Test
	void onlyPeopleWithAnAddressAreReached() throws Exception {
		try (MailServer server = new MailServer(false)) {
			assertThat(channel(server, false).reaches(message(null))).isFalse();
			assertThat(channel(server, false).reaches(message("a@example.org"))).isTrue();
		}
	}

	private static MailChannel channel(MailServer server, boolean tls) {
		return new MailChannel(
				new NotificationProperties(new NotificationProperties.Smtp("localhost", server.port(), null, null, "centre@city.example", tls), null,
						"none"));
	}

	private static Message message(@Nullable String email) {
		return new Message("one-time-code", new Recipient("p", "0944000000", email, Texts.ARABIC),
				new Wording(new LocalizedText("رمز الدخول", "Code"), new LocalizedText("رمزك هو 123456", "Your code is 123456"), null), null,
				Map.of());
	}

	private static Parcel parcel(String email) {
		return new Parcel("id", message(email), false);
	}
}
