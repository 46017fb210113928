package org.nafidha.notifications.internal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nafidha.notifications.ContactWishes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StoredWishes implements ContactWishes {

	private final JdbcClient db;

	StoredWishes(JdbcClient db) {
		this.db = db;
	}

	@Override
	public Wish of(String personId) {
		return db.sql("select language, sms, mail from notifications.wish where person = ?").param(personId)
				.query((row, n) -> new Wish(language(row.getString("language")), row.getBoolean("sms"), row.getBoolean("mail"))).optional()
				.orElse(Wish.UNSAID);
	}

	@Override
	public void set(String personId, Wish wish) {
		db.sql("""
				insert into notifications.wish (person, language, sms, mail) values (:person, :language, :sms, :mail)
				on conflict (person) do update set language = excluded.language, sms = excluded.sms, mail = excluded.mail
				""").param("person", personId).param("language", wish.language() == null ? null : wish.language().getLanguage())
				.param("sms", wish.sms()).param("mail", wish.mail()).update();
	}

	private static @Nullable Locale language(@Nullable String code) {
		return code == null ? null : Locale.forLanguageTag(code);
	}
}
