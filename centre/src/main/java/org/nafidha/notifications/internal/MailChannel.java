package org.nafidha.notifications.internal;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.nafidha.notifications.Channel;
import org.nafidha.notifications.Message;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Plain-text mail by SMTP. */
@Component
@ConditionalOnProperty("nafidha.notifications.smtp.host")
class MailChannel implements Channel {

	static final String NAME = "mail";

	private static final String CONNECT_MILLISECONDS = "5000";
	private static final String READ_MILLISECONDS = "10000";

	private final JavaMailSenderImpl mail = new JavaMailSenderImpl();
	private final String from;

	MailChannel(NotificationProperties properties) {
		NotificationProperties.Smtp smtp = Objects.requireNonNull(properties.smtp());
		this.from = smtp.from();
		mail.setHost(smtp.host());
		mail.setPort(smtp.port());
		mail.setUsername(smtp.username());
		mail.setPassword(smtp.password());
		mail.setDefaultEncoding(StandardCharsets.UTF_8.name());
		mail.getJavaMailProperties().putAll(Map.of("mail.smtp.auth", Boolean.toString(smtp.username() != null),
				"mail.smtp.starttls.enable", Boolean.toString(smtp.tls()), "mail.smtp.starttls.required", Boolean.toString(smtp.tls()),
				"mail.smtp.connectiontimeout", CONNECT_MILLISECONDS, "mail.smtp.timeout", READ_MILLISECONDS, "mail.smtp.writetimeout",
				READ_MILLISECONDS));
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public boolean reaches(Message message) {
		return message.to().email() != null;
	}

	@Override
	public boolean rings() {
		return true;
	}

	@Override
	public Answer deliver(Parcel parcel) {
		Message message = parcel.message();
		try {
			MimeMessage mime = mail.createMimeMessage();
			MimeMessageHelper parts = new MimeMessageHelper(mime, StandardCharsets.UTF_8.name());
			parts.setFrom(from);
			parts.setTo(Objects.requireNonNull(message.to().email()));
			parts.setSubject(message.subject());
			parts.setText(message.text());
			mail.send(mime);
			return TAKEN;
		} catch (MessagingException e) {
			throw new IllegalArgumentException("a mail that cannot be composed", e);
		}
	}
}
