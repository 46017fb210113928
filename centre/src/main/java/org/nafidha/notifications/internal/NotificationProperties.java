package org.nafidha.notifications.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the centre reaches people.
 *
 * @param smtp the mail server; without it no mail is sent
 */
@ConfigurationProperties("nafidha.notifications")
record NotificationProperties(@Nullable Smtp smtp) {

	/**
	 * A mail server.
	 *
	 * @param from sender of the centre's mails, such as {@code centre@city.example}
	 * @param tls require STARTTLS; false only for a server on the same machine
	 */
	record Smtp(String host, @DefaultValue("587") int port, @Nullable String username, @Nullable String password, String from,
			@DefaultValue("true") boolean tls) {

		@Override
		public String toString() {
			return host + ":" + port;
		}
	}
}
