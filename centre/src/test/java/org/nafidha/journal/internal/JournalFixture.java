package org.nafidha.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.nafidha.journal.Act;
import org.nafidha.journal.EntryId;
import org.nafidha.journal.Journal;
import org.nafidha.journal.JournalReceipt;
import org.nafidha.kernel.Actor;
import org.nafidha.platform.Secrets;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the journal's tests share: appending, a sequencer as another node would have it, the owner's connection, checks. */
@TestComponent
record JournalFixture(Journal journal, TransactionTemplate transaction, JdbcClient db, SequencerTables tables, SigningKey key, InstantSource clock,
		Secrets secrets, HikariDataSource pool) {

	EntryId append(String subject) {
		return transaction.execute(t -> journal.append(act(subject, 0)));
	}

	static Act act(String subject, int number) {
		return new Act("test.done", subject, new Actor.System("tests"), Map.of("number", number));
	}

	Sequencer node(int batch) {
		return new Sequencer(db, transaction, tables, key, new JournalSettings(Duration.ofMillis(10), batch, null, null), clock);
	}

	Connection owner() throws SQLException {
		return DriverManager.getConnection(pool.getJdbcUrl(), "nafidha_owner", secrets.text("postgres-owner"));
	}

	void asOwner(String... statements) throws SQLException {
		try (Connection c = owner(); Statement s = c.createStatement()) {
			for (String statement : statements) {
				s.execute(statement);
			}
		}
	}

	/** Positions of those entries about a subject that have one. */
	List<Long> positionsOrNone(String subject) {
		return journal.about(subject).stream().filter(e -> e.position().isPresent()).map(e -> e.position().getAsLong()).toList();
	}

	/** Positions of the entries about a subject, in order of position; fails if one has none. */
	List<Long> positions(String subject) {
		return journal.about(subject).stream().map(e -> e.position().orElseThrow(() -> new AssertionError("no position yet: " + e))).toList();
	}

	/** The receipt as a third party reads it: from its JSON and the verifier key alone. */
	void verify(JournalReceipt receipt) {
		JsonNode json = JsonMapper.shared().readTree(receipt.json());
		String note = json.get("checkpoint").asString();
		String[] head = note.split("\n");
		assertThat(Note.signedBy(key.verifierKey(), note)).isTrue();
		assertThat(head[1]).isEqualTo(json.get("treeSize").asString());
		String entry = receipt.json().substring(receipt.json().indexOf("\"entry\":") + 8, receipt.json().indexOf(",\"salt\""));
		byte[] commitment = EntryText.commitment(bytes(json.get("salt")), entry);
		List<byte[]> proof = json.get("proof").valueStream().map(JournalFixture::bytes).toList();
		assertThat(ProofCheck.inclusion(MerkleTree.leaf(commitment), json.get("position").asLong(), json.get("treeSize").asLong(), proof,
				Base64.getDecoder().decode(head[2]))).as(receipt.json()).isTrue();
	}

	/** The whole journal: positions without gap or repeat, and every checkpoint the root of its leaves and well signed. */
	void verifyAll() {
		List<byte[]> leaves = db.sql("select e.commitment from journal.leaf l join journal.entry e on e.id = l.entry order by l.position")
				.query(byte[].class).list().stream().map(MerkleTree::leaf).toList();
		assertThat(db.sql("select count(*) || ' ' || coalesce(max(position) + 1, 0) || ' ' || count(distinct entry) from journal.leaf")
				.query(String.class)
				.single()).as("rows, highest position + 1, entries").isEqualTo(leaves.size() + " " + leaves.size() + " " + leaves.size());
		MerkleTree tree = TestTree.of(leaves);
		List<Map<String, Object>> heads = db.sql("select size, root, note from journal.checkpoint order by size").query().listOfRows();
		long before = 0;
		for (Map<String, Object> head : heads) {
			long size = (Long) head.get("size");
			byte[] root = (byte[]) head.get("root");
			assertThat(tree.root(size)).as("root of checkpoint %d", size).isEqualTo(root);
			assertThat(Note.signedBy(key.verifierKey(), (String) head.get("note"))).as("signature of checkpoint %d", size).isTrue();
			assertThat((String) head.get("note")).startsWith(key.origin() + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n\n");
			if (before > 0) {
				assertThat(ProofCheck.consistency(before, tree.root(before), size, root, tree.consistency(before, size))).as("%d to %d", before, size)
						.isTrue();
			}
			before = size;
		}
	}

	private static byte[] bytes(JsonNode base64) {
		return Base64.getDecoder().decode(base64.asString());
	}
}
