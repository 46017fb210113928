package org.nafidha.register.internal;

import java.util.List;
import java.util.Optional;
import org.nafidha.kernel.Digits;
import org.nafidha.kernel.NameKey;
import org.nafidha.register.Zones;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares with each of them: a city has about a hundred. */
@Component
class StoredZones implements Zones {

	/** What is longer is no name of a zone. */
	private static final int LONGEST = 80;

	private final JdbcClient db;

	StoredZones(JdbcClient db) {
		this.db = db;
	}

	@Override
	public Optional<String> code(String name) {
		if (name.isBlank() || name.length() > LONGEST || Digits.toLatin(name).strip().chars().allMatch(Character::isDigit)) {
			return Optional.empty();
		}
		String wanted = key(name);
		List<String> codes = db.sql("select code, name_ar, name_en from register.zone order by code")
				.query((row, n) -> wanted.equals(key(row.getString("name_ar"))) || wanted.equals(key(row.getString("name_en")))
						? row.getString("code")
						: "")
				.list().stream().filter(code -> !code.isEmpty()).toList();
		return codes.size() == 1 ? Optional.of(codes.getFirst()) : Optional.empty();
	}

	/** With or without the article, which people leave out. */
	private static String key(String name) {
		String key = NameKey.of(name).replace(" ", "");
		return key.startsWith("ال") ? key.substring(2) : key.startsWith("al") ? key.substring(2) : key;
	}
}
