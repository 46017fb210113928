package org.nafidha.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.Refusal;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Statements that only write, gathered from the modules that an act concerns and sent to the database together: in their order, in
 * one round trip, in the caller's transaction. Each is plain SQL with a question mark for each value. Values are texts, numbers,
 * booleans, bytes, lists of texts, {@link java.time.Instant}s (kept to the microsecond) or null. For one thread and one act.
 */
public final class Writes {

	private record Write(String sql, @Nullable Object[] values, @Nullable Refusal ifNothingChanged) {
	}

	private final List<Write> writes = new ArrayList<>();

	/** A statement that always does what it says. */
	public void add(String sql, @Nullable Object... values) {
		writes.add(new Write(sql, values, null));
	}

	/** A statement that must change a row: if it changes none, the act is refused. */
	public void require(Refusal otherwise, String sql, @Nullable Object... values) {
		writes.add(new Write(sql, values, otherwise));
	}

	/**
	 * Sends what was gathered; answers with the first refusal, after which the transaction must be rolled back: the other statements
	 * were carried out.
	 */
	public Optional<Refusal> send(JdbcOperations db) {
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalTransactionStateException("the writes of an act belong into its transaction, and there is none");
		}
		if (writes.isEmpty()) {
			return Optional.empty();
		}
		Optional<Refusal> refusal = Optional.ofNullable(db.execute((ConnectionCallback<@Nullable Refusal>) this::send));
		writes.clear();
		return refusal;
	}

	private @Nullable Refusal send(Connection connection) throws SQLException {
		String together = writes.stream().map(Write::sql).collect(Collectors.joining(";\n"));
		try (PreparedStatement statement = connection.prepareStatement(together)) {
			int place = 0;
			for (Write write : writes) {
				for (Object value : write.values) {
					bind(statement, ++place, value);
				}
			}
			statement.execute();
			Refusal refusal = null;
			for (Write write : writes) {
				boolean nothing = statement.getUpdateCount() == 0;
				refusal = refusal == null && nothing ? write.ifNothingChanged : refusal;
				statement.getMoreResults();
			}
			return refusal;
		}
	}

	/**
	 * Without a type wherever there is a text for the value, as null has none: the column says it. A type that is there in one act and
	 * missing in the next would let the driver have the statement parsed and planned anew each time.
	 */
	private static void bind(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
		switch (value) {
			case null -> statement.setNull(place, Types.NULL);
			case byte[] bytes -> statement.setBytes(place, bytes);
			case List<?> texts -> statement.setArray(place, statement.getConnection().createArrayOf("text", texts.toArray()));
			default -> statement.setObject(place, value.toString(), Types.OTHER);
		}
	}
}
