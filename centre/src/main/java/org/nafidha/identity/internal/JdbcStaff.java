package org.nafidha.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nafidha.identity.Officer;
import org.nafidha.identity.Role;
import org.nafidha.identity.Staff;
import org.nafidha.identity.Unit;
import org.nafidha.kernel.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Officers and units, read from {@code identity.officer} and {@code identity.unit}. */
class JdbcStaff implements Staff {

	private static final String OFFICER = """
			select o.id, o.username, o.name_ar, o.name_en, o.unit, o.present and o.active as present,
			       array(select r.role from identity.officer_role r where r.officer = o.id) as roles
			  from identity.officer o
			""";

	private final JdbcClient db;

	JdbcStaff(JdbcClient db) {
		this.db = db;
	}

	@Override
	public Optional<Officer> byId(String officerId) {
		return db.sql(OFFICER + " where o.id = ?").param(officerId).query(JdbcStaff::officer).optional();
	}

	@Override
	public Map<String, Named> named(Collection<String> officerIds) {
		Map<String, Named> named = new HashMap<>();
		db.sql("""
				select o.id, o.name_ar, o.name_en, n.name_ar as unit_ar, n.name_en as unit_en
				  from identity.officer o join identity.unit n on n.code = o.unit where o.id = any(:ids)
				""").param("ids", officerIds.toArray(String[]::new)).query(row -> {
			named.put(row.getString("id"), new Named(new LocalizedText(row.getString("name_ar"), row.getString("name_en")),
					new LocalizedText(row.getString("unit_ar"), row.getString("unit_en"))));
		});
		return named;
	}

	@Override
	public List<Officer> withRole(String roleCode, String unit) {
		return db.sql(OFFICER + """
				 where o.active and (o.unit = :unit or starts_with(o.unit, :unit || '/'))
				   and exists (select 1 from identity.officer_role r where r.officer = o.id and r.role = :role)
				 order by o.id
				""").param("unit", unit).param("role", roleCode).query(JdbcStaff::officer).list();
	}

	@Override
	public Set<String> unitsWithRole(String roleCode) {
		return Set.copyOf(db.sql("""
				select u.code from identity.unit u
				 where exists (select 1 from identity.officer o join identity.officer_role r on r.officer = o.id
				                where o.active and r.role = :role and (o.unit = u.code or starts_with(o.unit, u.code || '/')))
				""").param("role", roleCode).query(String.class).list());
	}

	@Override
	public Set<String> absentSince(Instant instant) {
		return Set.copyOf(db.sql("select id from identity.officer where not present and (absent_since is null or absent_since <= ?)")
				.param(Timestamp.from(instant)).query(String.class).list());
	}

	@Override
	public Optional<Unit> unit(String code) {
		return db.sql("select code, name_ar, name_en from identity.unit where code = ?").param(code).query(JdbcStaff::unit).optional();
	}

	@Override
	public List<Unit> units() {
		return db.sql("select code, name_ar, name_en from identity.unit order by place, code").query(JdbcStaff::unit).list();
	}

	static Officer officer(ResultSet row, int number) throws SQLException {
		return new Officer(row.getString("id"), row.getString("username"), new LocalizedText(row.getString("name_ar"), row.getString("name_en")),
				row.getString("unit"), roles((String[]) row.getArray("roles").getArray()), row.getBoolean("present"));
	}

	static Set<Role> roles(String[] codes) {
		Set<Role> roles = EnumSet.noneOf(Role.class);
		for (String code : codes) {
			roles.add(Roles.byCode(code));
		}
		return Set.copyOf(roles);
	}

	private static Unit unit(ResultSet row, int number) throws SQLException {
		return new Unit(row.getString("code"), new LocalizedText(row.getString("name_ar"), row.getString("name_en")));
	}
}
