package org.nafidha.register.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nafidha.identity.SignedIn;
import org.nafidha.journal.Act;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.PropertyRef;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.register.Holding;
import org.nafidha.register.IndexEntry;
import org.nafidha.register.Sheet;
import org.nafidha.register.TemporaryRegister;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class RegisterReading implements TemporaryRegister {

	private static final int HOLDINGS = 500;
	private static final int INDEX_LINES = 100;
	private static final int MINIMAL_NAME = 3;

	private final JdbcClient db;
	private final SheetReader sheets;
	private final Journal journal;

	RegisterReading(JdbcClient db, SheetReader sheets, Journal journal) {
		this.db = db;
		this.sheets = sheets;
		this.journal = journal;
	}

	@Override
	public Optional<Sheet> sheet(PropertyRef property) {
		return sheets.find(property);
	}

	@Override
	public Optional<Sheet> byNumber(String sheetNumber) {
		return sheets.find(sheetNumber);
	}

	@Override
	public List<Holding> sheetsOf(String personId) {
		return db.sql("""
				select s.number, s.zone, s.parcel, s.section, z.name_ar, z.name_en, s.description, s.verified_on, o.numerator, o.denominator
				from register.ownership o join register.sheet s on s.id = o.sheet_id join register.zone z on z.code = s.zone
				where o.person_id = :person and o.ended_by is null
				order by s.number limit :limit""").param("person", personId).param("limit", HOLDINGS)
				.query((r, i) -> new Holding(r.getString("number"), SheetReader.property(r), SheetReader.zoneName(r), r.getString("description"),
						SheetReader.shares(r),
						r.getDate("verified_on") != null))
				.list();
	}

	@Override
	public Result<List<IndexEntry>> alphabeticalIndex(String name, SignedIn reader, String purpose) {
		String[] words = words(name);
		if (Arrays.stream(words).mapToInt(String::length).sum() < MINIMAL_NAME) {
			return Refusal.of("register.name-too-short", "letters", Integer.toString(MINIMAL_NAME)).asResult();
		}
		if (purpose.isBlank()) {
			return Refusal.of("register.purpose-missing").asResult();
		}
		List<IndexEntry> found = db.sql("""
				select o.owner_name, o.person_id, s.number, s.zone, s.parcel, s.section, o.numerator, o.denominator
				from register.ownership o join register.sheet s on s.id = o.sheet_id
				where o.owner_words @> cast(:words as text[]) and o.ended_by is null
				order by o.owner_key collate "C", s.number limit :limit""").param("words", words).param("limit", INDEX_LINES)
				.query((r, i) -> new IndexEntry(r.getString("owner_name"), r.getString("person_id"), r.getString("number"), SheetReader.property(r),
						SheetReader.shares(r)))
				.list();
		journal.append(new Act("register.searched", "alphabetical-index", reader.actor(),
				Map.of("name", String.join(" ", words), "purpose", purpose, "lines", found.size())));
		return Result.ok(found);
	}

	private static String[] words(String name) {
		return Arrays.stream(RegisterBook.ownerKey(name).split(" ")).filter(word -> !word.isBlank()).distinct().toArray(String[]::new);
	}
}
