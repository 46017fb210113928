package org.nafidha.identity.internal;

import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.RowMapper;

/** Spring Security's passkey repositories name their tables without a schema; here they stand in {@code identity}. */
final class QualifiedTables extends JdbcTemplate {

	private static final Pattern TABLE = Pattern.compile("\\b(user_entities|user_credentials)\\b");

	QualifiedTables(DataSource pool) {
		super(pool);
	}

	@Override
	public <T extends @Nullable Object> List<T> query(String sql, RowMapper<T> mapper, @Nullable Object @Nullable... values) {
		return super.query(qualified(sql), mapper, values);
	}

	@Override
	public int update(String sql, @Nullable PreparedStatementSetter setter) {
		return super.update(qualified(sql), setter);
	}

	private static String qualified(String sql) {
		return TABLE.matcher(sql).replaceAll("identity.$1");
	}
}
