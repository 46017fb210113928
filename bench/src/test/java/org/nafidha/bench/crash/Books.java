package org.nafidha.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nafidha.bench.HomeDatabase;

/** What the tables hold, read at one moment: that everything acknowledged is there, and that nothing is there by half. */
final class Books {

	/** Each finds what must not be. */
	private static final Map<String, String> NEVER = new LinkedHashMap<>();
	static {
		never("a receipt whose charge is not paid",
				"select r.number from payments.receipt r join payments.charge c on c.id = r.charge where c.state <> 'PAID'");
		never("a paid charge without a receipt", """
				select c.id from payments.charge c where c.state = 'PAID' and not exists (select 1 from payments.receipt r where r.charge = c.id)""");
		never("a paid charge whose case has not moved on, or the other way round", """
				select c.id from payments.charge c left join cases.visit v on c.id = v.case_number || '/' || v.step || '/' || v.visit
				where (c.state = 'PAID') is distinct from (v.outcome is not null and v.outcome = 'paid')""");
		never("a charge that is not in the ledger",
				"""
						select c.id from payments.charge c where not exists (select 1 from payments.booking b where b.charge = c.id and b.kind = 'charged')""");
		never("a receipt that is not in the ledger with its sum", """
				select r.number from payments.receipt r where r.amount is distinct from
				  (select sum(p.amount) from payments.booking b join payments.posting p on p.booking = b.id
				    where b.charge = r.charge and b.kind = 'paid' and p.account = 'cash/' || r.desk)""");
		never("a booking that does not balance", """
				select b.id from payments.booking b left join payments.posting p on p.booking = b.id
				group by b.id having coalesce(sum(p.amount), 1) <> 0""");
		never("a desk whose receipts do not run from 1 to its last number without a gap", """
				select d.number from payments.desk d left join payments.receipt r on r.desk = d.number group by d.number, d.serial
				having count(r.number) <> d.serial or coalesce(max(split_part(r.number, '-', 2)::bigint), 0) <> d.serial""");
		never("a receipt without its journal entry", """
				select r.number from payments.receipt r
				where not exists (select 1 from journal.entry e where e.id = r.entry and e.kind = 'payment.received' and e.subject = r.number)""");
		never("a journal entry of money that no receipt tells of", """
				select e.subject from journal.entry e
				where e.kind = 'payment.received' and not exists (select 1 from payments.receipt r where r.entry = e.id)""");
		never("a case without exactly one entry that opened it", """
				select f.number from cases.file f left join journal.entry e on e.subject = f.number and e.kind = 'case.opened'
				group by f.number having count(e.id) <> 1""");
		never("an entry about a case that is not there", """
				select e.subject from journal.entry e
				where e.kind in ('case.opened', 'case.moved') and not exists (select 1 from cases.file f where f.number = e.subject)""");
		never("a request that was answered with a case that is not there, or a case that no request asked for", """
				select coalesce(q.case_number, f.number) from cases.request q full join cases.file f on f.number = q.case_number
				where q.case_number is null or f.number is null""");
		never("a case that runs nowhere, or runs on after its end", """
				select f.number from cases.file f left join cases.visit v on v.case_number = f.number and v.closed_at is null
				group by f.number, f.end_id having (count(v.step) = 0) <> (f.end_id is not null)""");
		never("a step whose journal entry is not there", """
				select v.case_number from cases.visit v where not exists (select 1 from journal.entry e where e.id = v.entry)
				or v.closed_entry is not null and not exists (select 1 from journal.entry e where e.id = v.closed_entry)""");
		never("a granted case without exactly one sealed document", """
				select f.number from cases.file f left join documents.document d on d.case_number = f.number and d.sealed_at is not null
				where f.end_id = 'end-granted' group by f.number having count(d.number) <> 1""");
		never("a kind of document whose numbers do not run without a gap", """
				select c.code from documents.counter c
				left join documents.document d on d.number like c.code || '-' || c.year || '-%'
				group by c.code, c.year, c.last having count(d.number) <> c.last""");
		never("a draft that was filed as a case that is not there", """
				select d.filed_as from portal.draft d
				where d.filed_as is not null and not exists (select 1 from cases.file f where f.number = d.filed_as)""");
		never("a position of the journal that is skipped", "select max(position) from journal.leaf having max(position) + 1 <> count(*)");
		never("a position of the journal without its entry", """
				select l.position from journal.leaf l where not exists (select 1 from journal.entry e where e.id = l.entry)""");
	}

	private final Path home;
	private final String run;

	/** @param run seed and round, for the message of a failure */
	Books(Path home, String run) {
		this.home = home;
		this.run = run;
	}

	void check(Acknowledged said) throws IOException, SQLException {
		try (Connection connection = HomeDatabase.connect(home); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
			for (Map.Entry<String, String> never : NEVER.entrySet()) {
				assertThat(texts(statement, never.getValue())).as("%s: %s", run, never.getKey()).isEmpty();
			}
			assertThat(texts(statement, "select number from cases.file")).as("%s: every acknowledged application", run)
					.containsAll(said.cases.keySet());
			Map<String, String> receipts = receipts(statement);
			assertThat(receipts.values()).as("%s: every acknowledged payment", run).containsAll(said.payments).doesNotHaveDuplicates();
			assertThat(receipts).as("%s: every receipt that was shown", run).containsAllEntriesOf(said.receipts);
			connection.rollback();
		}
	}

	/** How many entries the journal holds now. */
	long entries() throws IOException, SQLException {
		try (Connection connection = HomeDatabase.connect(home); Statement statement = connection.createStatement()) {
			return Long.parseLong(texts(statement, "select count(*) from journal.entry").getFirst());
		}
	}

	/** Commitments in the order of their positions. */
	List<byte[]> commitments(long size) throws IOException, SQLException {
		List<byte[]> found = new ArrayList<>();
		try (Connection connection = HomeDatabase.connect(home);
				Statement statement = connection.createStatement();
				ResultSet rows = statement
						.executeQuery("select e.commitment from journal.leaf l join journal.entry e on e.id = l.entry where l.position < "
								+ size + " order by l.position")) {
			while (rows.next()) {
				found.add(rows.getBytes(1));
			}
		}
		return found;
	}

	private static Map<String, String> receipts(Statement statement) throws SQLException {
		Map<String, String> found = new HashMap<>();
		try (ResultSet rows = statement.executeQuery("select number, charge from payments.receipt")) {
			while (rows.next()) {
				found.put(rows.getString(1), rows.getString(2));
			}
		}
		return found;
	}

	private static List<String> texts(Statement statement, String query) throws SQLException {
		List<String> found = new ArrayList<>();
		try (ResultSet rows = statement.executeQuery(query)) {
			while (rows.next()) {
				found.add(rows.getString(1));
			}
		}
		return found;
	}

	private static void never(String what, String query) {
		NEVER.put(what, query);
	}
}
