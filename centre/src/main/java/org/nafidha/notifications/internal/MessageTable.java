package org.nafidha.notifications.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.notifications.Message;
import org.nafidha.notifications.Message.Wording;
import org.nafidha.notifications.Recipient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of stored messages. */
@Component
class MessageTable {

	/** A stored message on its way. */
	record Letter(Message message, List<String> takenBy, int tries) {
	}

	private final JdbcClient db;

	MessageTable(JdbcClient db) {
		this.db = db;
	}

	void insert(String id, Message message, Instant now) {
		Wording wording = message.wording();
		LocalizedText sms = wording.sms();
		db.sql("""
				insert into notifications.message (id, kind, person, mobile, email, subject, subject_en, body, body_en, sms_ar, sms_en, about, state, made_at)
				values (:id, :kind, :person, :mobile, :email, :subject, :subjectEn, :body, :bodyEn, :smsAr, :smsEn, :about, 'waiting', :now)
				""")
				.param("id", id).param("kind", message.kind()).param("person", message.to().personId()).param("mobile", message.to().mobile())
				.param("email", message.to().email()).param("subject", wording.subject().ar()).param("subjectEn", wording.subject().en())
				.param("body", wording.text().ar()).param("bodyEn", wording.text().en()).param("smsAr", sms == null ? null : sms.ar())
				.param("smsEn", sms == null ? null : sms.en()).param("about", message.about()).param("now", Timestamp.from(now)).update();
	}

	/** That a fleeting message was sent; nothing of what it said. */
	void insertSent(String id, Message message, String state, List<String> taken, Instant now) {
		db.sql("""
				insert into notifications.message (id, kind, person, state, channels, made_at, done_at, tries)
				values (:id, :kind, :person, :state, :channels, :now, :now, 1)
				""").param("id", id).param("kind", message.kind()).param("person", message.to().personId()).param("state", state)
				.param("channels", taken.toArray(new String[0])).param("now", Timestamp.from(now)).update();
	}

	void update(String id, String state, List<String> taken, int tries, Instant now) {
		db.sql("update notifications.message set state = ?, channels = ?, done_at = ?, tries = ? where id = ?")
				.params(state, taken.toArray(new String[0]), Timestamp.from(now), tries, id).update();
	}

	Letter find(String id) {
		return db.sql("""
				select kind, person, mobile, email, subject, subject_en, body, body_en, sms_ar, sms_en, about, channels, tries
				from notifications.message where id = ?""").param(id).query(MessageTable::letter).single();
	}

	private static Letter letter(ResultSet row, int number) throws SQLException {
		Recipient to = new Recipient(row.getString("person"), row.getString("mobile"), row.getString("email"));
		LocalizedText subject = Objects.requireNonNull(both(row, "subject", "subject_en"));
		LocalizedText text = Objects.requireNonNull(both(row, "body", "body_en"));
		Wording wording = new Wording(subject, text, both(row, "sms_ar", "sms_en"));
		return new Letter(new Message(row.getString("kind"), to, wording, row.getString("about"), Map.of()),
				List.of((String[]) row.getArray("channels").getArray()), row.getInt("tries"));
	}

	/** Null where nothing is; messages from before the languages were kept apart say the same in both. */
	static @Nullable LocalizedText both(ResultSet row, String arabic, String english) throws SQLException {
		String ar = row.getString(arabic);
		String en = row.getString(english);
		return ar == null ? null : new LocalizedText(ar, Objects.requireNonNullElse(en, ar));
	}
}
