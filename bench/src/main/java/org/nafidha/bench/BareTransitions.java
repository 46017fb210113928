package org.nafidha.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The floor: what a transition costs if it is nothing but a durable transaction of four statements (lock the case, update it,
 * journal it, open the next task), with no rules, no draw, no hashes. Same pool, same server, same clients.
 */
final class BareTransitions {

	static final int PER_LIFECYCLE = 5;
	private static final int BYTES_OF_FACTS = 300;

	private final DataSource pool;
	private final String facts = "{\"facts\": \"" + "x".repeat(BYTES_OF_FACTS) + "\"}";

	/** Makes the tables, as the owner. */
	BareTransitions(DataSource pool, JdbcClient owner) {
		this.pool = pool;
		owner.sql("create schema bench").update();
		owner.sql("create table bench.file (id bigserial primary key, step int not null, revision int not null, data jsonb not null)").update();
		owner.sql(
				"create table bench.entry (id bigserial primary key, file bigint not null, at timestamptz not null default now(), facts jsonb not null)")
				.update();
		owner.sql("create table bench.task (id bigserial primary key, file bigint not null, officer text not null, closed_at timestamptz)").update();
		owner.sql("create index on bench.entry (file)").update();
		owner.sql("create index on bench.task (officer) where closed_at is null").update();
		owner.sql("grant usage on schema bench to nafidha_app").update();
		owner.sql("grant select, insert, update on all tables in schema bench to nafidha_app").update();
		owner.sql("grant usage on all sequences in schema bench to nafidha_app").update();
	}

	Void lifecycle() throws SQLException {
		try (Connection c = pool.getConnection()) {
			c.setAutoCommit(false);
			try {
				long file = 0;
				for (int transition = 0; transition < PER_LIFECYCLE; transition++) {
					file = transition(c, file, transition);
					c.commit();
				}
			} finally {
				c.setAutoCommit(true);
			}
			return null;
		}
	}

	private long transition(Connection c, long file, int step) throws SQLException {
		long id = file;
		if (step == 0) {
			id = single(c, "insert into bench.file (step, revision, data) values (0, 1, ?::jsonb) returning id", facts);
			single(c, "select nextval('bench.task_id_seq')");
		} else {
			single(c, "select revision from bench.file where id = ? for update", id);
			update(c, "update bench.file set step = step + 1, revision = revision + 1 where id = ?", id);
		}
		update(c, "insert into bench.entry (file, facts) values (?, ?::jsonb)", id, facts);
		update(c, "insert into bench.task (file, officer) values (?, ?)", id, "officer-" + id % 16);
		return id;
	}

	private static long single(Connection c, String sql, Object... values) throws SQLException {
		try (PreparedStatement s = prepared(c, sql, values); var row = s.executeQuery()) {
			row.next();
			return row.getLong(1);
		}
	}

	private static void update(Connection c, String sql, Object... values) throws SQLException {
		try (PreparedStatement s = prepared(c, sql, values)) {
			s.executeUpdate();
		}
	}

	private static PreparedStatement prepared(Connection c, String sql, Object... values) throws SQLException {
		PreparedStatement statement = c.prepareStatement(sql);
		for (int i = 0; i < values.length; i++) {
			statement.setObject(i + 1, values[i]);
		}
		return statement;
	}
}
