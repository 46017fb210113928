package org.nafidha.identity.internal;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nafidha.identity.SignedIn;
import org.nafidha.identity.Staff;
import org.nafidha.identity.Unit;
import org.nafidha.identity.UnitRegistry;
import org.nafidha.journal.Act;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the units. */
@Component
class UnitBook implements UnitRegistry {

	private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
	private static final int CODE_LIMIT = 40;
	private static final int NAME_LIMIT = 120;

	private final JdbcClient db;
	private final Staff staff;
	private final Journal journal;

	UnitBook(JdbcClient db, Staff staff, Journal journal) {
		this.db = db;
		this.staff = staff;
		this.journal = journal;
	}

	@Override
	@Transactional
	public Result<Unit> add(NewUnit unit, SignedIn.Staff by) {
		Kind kind = unit.kind();
		Optional<Refusal> unfit = unfitCode(unit).or(() -> unfitName(unit.nameAr(), unit.nameEn()));
		if (unfit.isPresent() || kind == null) {
			return unfit.orElseGet(() -> Refusal.of("unit.kind.missing")).asResult();
		}
		String code = (unit.parent().isEmpty() ? "" : unit.parent() + "/") + unit.code();
		LocalizedText name = new LocalizedText(unit.nameAr().strip(), unit.nameEn().strip());
		int added = db.sql("""
				insert into identity.unit (code, kind, name_ar, name_en, place) values (:code, :kind, :ar, :en, :place) on conflict do nothing
				""").param("code", code).param("kind", kind.code()).param("ar", name.ar()).param("en", name.en()).param("place", place(unit.parent()))
				.update();
		if (added == 0) {
			return Refusal.of("unit.code.taken").asResult();
		}
		journal.append(new Act("unit.added", code, by.actor(), Map.of("kind", kind.code(), "ar", name.ar(), "en", name.en())));
		return Result.ok(new Unit(code, name));
	}

	@Override
	@Transactional
	public Result<Unit> rename(String code, String nameAr, String nameEn, SignedIn.Staff by) {
		Optional<Refusal> unfit = unfitName(nameAr, nameEn);
		if (unfit.isPresent()) {
			return unfit.get().asResult();
		}
		Unit before = locked(code);
		if (before == null) {
			return Refusal.of("unit.unknown").asResult();
		}
		LocalizedText name = new LocalizedText(nameAr.strip(), nameEn.strip());
		if (!name.equals(before.name())) {
			db.sql("update identity.unit set name_ar = ?, name_en = ? where code = ?").params(name.ar(), name.en(), code).update();
			journal.append(new Act("unit.renamed", code, by.actor(),
					Map.of("ar", name.ar(), "en", name.en(), "ar-before", before.name().ar(), "en-before", before.name().en())));
		}
		return Result.ok(new Unit(code, name));
	}

	/** After everything beneath the parent, so that a directorate and its sections stand together. */
	private int place(String parent) {
		return db.sql("""
				select coalesce(max(place), 0) + case when :parent = '' then 10 else 0 end from identity.unit
				where :parent = '' or code = :parent or starts_with(code, :parent || '/')
				""").param("parent", parent).query(Integer.class).single();
	}

	private @Nullable Unit locked(String code) {
		return db.sql("select code, name_ar, name_en from identity.unit where code = ? for update").param(code)
				.query((row, n) -> new Unit(row.getString("code"), new LocalizedText(row.getString("name_ar"), row.getString("name_en")))).optional()
				.orElse(null);
	}

	private Optional<Refusal> unfitCode(NewUnit unit) {
		if (!unit.parent().isEmpty() && staff.unit(unit.parent()).isEmpty()) {
			return Optional.of(Refusal.of("unit.parent.unknown"));
		}
		boolean fits = unit.code().length() <= CODE_LIMIT && CODE.matcher(unit.code()).matches();
		return fits ? Optional.empty() : Optional.of(Refusal.of("unit.code.form", "limit", Integer.toString(CODE_LIMIT)));
	}

	private static Optional<Refusal> unfitName(String ar, String en) {
		if (ar.isBlank() || en.isBlank()) {
			return Optional.of(Refusal.of("unit.name.missing"));
		}
		boolean fits = Math.max(ar.strip().length(), en.strip().length()) <= NAME_LIMIT;
		return fits ? Optional.empty() : Optional.of(Refusal.of("unit.name.long", "limit", Integer.toString(NAME_LIMIT)));
	}
}
