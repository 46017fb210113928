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
import org.nafidha.notifications.Message;
import org.nafidha.notifications.Recipient;
import org.springframework.mail.MailException;

class MailChannelTests {

	@Test
	void aMailArrivesWithItsArabicUnharmed() throws Exception {
		try (MailServer server = new MailServer(false)) {
			channel(server, false).deliver(message("someone@example.org"));
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
			assertThatThrownBy(() -> channel(server, false).deliver(message("nobody@example.org"))).isInstanceOf(MailException.class);
			assertThat(server.mails()).isEmpty();
		}
	}

	@Test
	void aMailIsNotSentInTheClearWhereEncryptionIsAskedFor() throws Exception {
		try (MailServer server = new MailServer(false)) {
			assertThatThrownBy(() -> channel(server, true).deliver(message("someone@example.org"))).isInstanceOf(MailException.class);
			assertThat(server.mails()).isEmpty();
		}
	}

	@Test
	void onlyPeopleWithAnAddressAreReached() throws Exception {
		try (MailServer server = new MailServer(false)) {
			assertThat(channel(server, false).reaches(new Recipient("p", "+963900000000", null))).isFalse();
			assertThat(channel(server, false).reaches(new Recipient("p", null, "a@example.org"))).isTrue();
		}
	}

	private static MailChannel channel(MailServer server, boolean tls) {
		return new MailChannel(
				new NotificationProperties(new NotificationProperties.Smtp("localhost", server.port(), null, null, "centre@city.example", tls)));
	}

	private static Message message(@Nullable String email) {
		return new Message("one-time-code", new Recipient("p", null, email), "رمز الدخول", "رمزك هو 123456", Map.of());
	}
}
