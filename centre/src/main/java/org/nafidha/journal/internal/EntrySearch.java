package org.nafidha.journal.internal;

import java.util.List;
import java.util.OptionalLong;
import org.nafidha.journal.Entry;
import org.nafidha.journal.JournalSearch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * By subject the index answers. For a kind there is none, as it would cost every append: a search looks through a stated
 * number of positions and says where it stopped.
 */
@Component
class EntrySearch implements JournalSearch {

	private static final String SELECT = Entries.SELECT.replace("left join", "join");

	private final JdbcClient db;
	private final Checkpoints checkpoints;

	EntrySearch(JdbcClient db, Checkpoints checkpoints) {
		this.db = db;
		this.checkpoints = checkpoints;
	}

	@Override
	public Found search(Query query) {
		long end = Math.min(query.before().orElse(Long.MAX_VALUE), checkpoints.newest().map(head -> head.checkpoint().size()).orElse(0L));
		String subject = query.subject().strip();
		String kind = query.kind().strip();
		if (subject.indexOf('\0') >= 0 || kind.indexOf('\0') >= 0) {
			return new Found(List.of(), OptionalLong.empty()); // no text of the database holds one
		}
		return subject.isEmpty() ? byKind(kind, end) : bySubject(subject, kind, end);
	}

	private Found bySubject(String subject, String kind, long end) {
		List<Entry> entries = db.sql(SELECT + """
				where e.subject = ? and starts_with(e.kind, ?) and l.position < ? order by l.position desc limit ?""")
				.params(subject, kind, end, PAGE).query(Entries::entry).list();
		return new Found(entries, entries.size() < PAGE ? OptionalLong.empty() : entries.getLast().position());
	}

	private Found byKind(String kind, long end) {
		long begin = Math.max(0, end - REACH);
		List<Entry> entries = db.sql(SELECT + """
				where starts_with(e.kind, ?) and l.position >= ? and l.position < ? order by l.position desc limit ?""")
				.params(kind, begin, end, PAGE).query(Entries::entry).list();
		if (entries.size() == PAGE) {
			return new Found(entries, rest(entries.getLast().position().orElseThrow()));
		}
		return new Found(entries, rest(begin));
	}

	private static OptionalLong rest(long position) {
		return position > 0 ? OptionalLong.of(position) : OptionalLong.empty();
	}
}
