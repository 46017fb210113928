package org.nafidha.notifications.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the centre reaches people.
 *
 * @param smtp the mail server; without it no mail is sent
 * @param smpp the text message centre; without it no text message is sent
 * @param quietHours when no telephone may ring, one-time codes excepted, by the city's clock; {@code none} for never
 */
@ConfigurationProperties("nafidha.notifications")
record NotificationProperties(@Nullable Smtp smtp, @Nullable Smpp smpp, @DefaultValue("21:00-08:00") String quietHours) {

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

	/**
	 * A text message centre (SMSC) that speaks SMPP 3.4.
	 *
	 * @param from sender on people's telephones: up to 11 letters and digits, or a number
	 * @param countryCode put in the place of the leading zero of a number
	 * @param perSecond how many parts this node hands over in a second at most, as agreed with the operator
	 * @param tls speak TLS from the first byte; false only through a tunnel that does
	 */
	record Smpp(String host, @DefaultValue("2775") int port, String systemId, @Nullable String password, @Nullable String systemType, String from,
			@DefaultValue("963") String countryCode, @DefaultValue("10") int perSecond, @DefaultValue("true") boolean tls) {

		Smpp {
			if (perSecond < 1 || perSecond > 1_000) {
				throw new IllegalArgumentException("nafidha.notifications.smpp.per-second must be 1 to 1000, not " + perSecond);
			}
		}

		@Override
		public String toString() {
			return host + ":" + port;
		}
	}
}
