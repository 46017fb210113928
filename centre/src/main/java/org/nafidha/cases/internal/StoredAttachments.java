package org.nafidha.cases.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nafidha.cases.Attachment;
import org.nafidha.cases.Attachments;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.platform.FileStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Attachments in the file store, their descriptions in a table. */
@Component
class StoredAttachments implements Attachments {

	private static final int LONGEST_NAME = 200;

	private final JdbcClient db;
	private final FileStore files;
	private final CasePapers papers;
	private final ActContext context;

	StoredAttachments(JdbcClient db, FileStore files, CasePapers papers, ActContext context) {
		this.db = db;
		this.files = files;
		this.papers = papers;
		this.context = context;
	}

	@Override
	public Result<Attachment> accept(String personId, String evidence, String fileName, InputStream content) {
		try {
			byte[] bytes = content.readNBytes(Math.toIntExact(MAX_BYTES + 1));
			Optional<Refusal> refusal = refuse(fileName, bytes).or(() -> tooMany(personId, evidence));
			if (refusal.isPresent()) {
				return refusal.get().asResult();
			}
			Attachment attachment = new Attachment(UUID.randomUUID().toString(), personId, evidence, shortened(fileName),
					FileKind.of(bytes).mediaType(),
					bytes.length, files.put(bytes), context.now());
			insert(attachment);
			return Result.ok(attachment);
		} catch (IOException e) {
			throw new UncheckedIOException("a file could not be taken in", e);
		}
	}

	private static Optional<Refusal> refuse(String fileName, byte[] bytes) {
		if (bytes.length == 0) {
			return Optional.of(Refusal.of("attachment.empty"));
		}
		if (bytes.length > MAX_BYTES) {
			return Optional.of(Refusal.of("attachment.too-big", "max", Long.toString(MAX_BYTES / (1024 * 1024))));
		}
		FileKind kind = FileKind.of(bytes);
		if (kind == FileKind.OTHER) {
			return Optional.of(Refusal.of("attachment.kind"));
		}
		if (!kind.matches(fileName)) {
			return Optional.of(Refusal.of("attachment.disguised", Map.of("name", shortened(fileName), "kind", kind.name())));
		}
		return Optional.empty();
	}

	/** Files are never deleted: without an end to them one person could fill the store. */
	private Optional<Refusal> tooMany(String personId, String evidence) {
		if (evidence.startsWith(Attachments.photoOf(""))) {
			return Optional.empty();
		}
		int waiting = db
				.sql("""
						select count(*) from cases.attachment where person = :person and case_number is null and at > :since and not starts_with(evidence, :photos)
						""")
				.param("person", personId).param("since", Timestamp.from(context.now().minus(Duration.ofDays(1))))
				.param("photos", Attachments.photoOf("")).query(Integer.class).single();
		return waiting < MOST_OF_DAY ? Optional.empty() : Optional.of(Refusal.of("attachment.too-many", "max", Integer.toString(MOST_OF_DAY)));
	}

	@Override
	public Optional<Attachment> find(String id) {
		return db.sql("select * from cases.attachment where id = :id").param("id", id).query(StoredAttachments::attachment).optional();
	}

	@Override
	public byte[] content(Attachment attachment) {
		try {
			return files.get(attachment.sha256())
					.orElseThrow(() -> new IllegalStateException("the file of attachment " + attachment.id() + " is gone"));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public Result<List<String>> join(String caseNumber, List<String> ids, Actor actor) {
		return papers.join(caseNumber, ids, actor);
	}

	@Override
	public List<Attachment> of(String caseNumber) {
		return db.sql("select * from cases.attachment where case_number = :number order by at, id").param("number", caseNumber)
				.query(StoredAttachments::attachment).list();
	}

	private void insert(Attachment a) {
		db.sql("""
				insert into cases.attachment (id, person, evidence, name, media_type, size, sha256, at)
				values (:id, :person, :evidence, :name, :type, :size, :sha256, :at)
				""").param("id", a.id()).param("person", a.person()).param("evidence", a.evidence()).param("name", a.name())
				.param("type", a.mediaType())
				.param("size", a.size()).param("sha256", a.sha256()).param("at", Timestamp.from(a.at())).update();
	}

	private static Attachment attachment(ResultSet row, int n) throws SQLException {
		return new Attachment(row.getString("id"), row.getString("person"), row.getString("evidence"), row.getString("name"),
				row.getString("media_type"), row.getLong("size"), row.getString("sha256"), row.getTimestamp("at").toInstant());
	}

	private static String shortened(String fileName) {
		String name = fileName.replaceAll("[\\p{Cntrl}/\\\\]", "").strip();
		return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
	}

	/** What a file is, told by its first bytes. */
	enum FileKind {
		PDF("application/pdf", "pdf"), JPEG("image/jpeg", "jpg", "jpeg"), PNG("image/png", "png"), OTHER("application/octet-stream");

		private final String mediaType;
		private final List<String> endings;

		FileKind(String mediaType, String... endings) {
			this.mediaType = mediaType;
			this.endings = List.of(endings);
		}

		static FileKind of(byte[] bytes) {
			if (starts(bytes, '%', 'P', 'D', 'F', '-')) {
				return PDF;
			}
			if (starts(bytes, 0xFF, 0xD8, 0xFF)) {
				return JPEG;
			}
			return starts(bytes, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A) ? PNG : OTHER;
		}

		String mediaType() {
			return mediaType;
		}

		/** A name without an ending claims nothing; one with an ending must tell the truth. */
		boolean matches(String fileName) {
			int dot = fileName.lastIndexOf('.');
			return dot < 0 || endings.contains(fileName.substring(dot + 1).toLowerCase(Locale.ROOT));
		}

		private static boolean starts(byte[] bytes, int... magic) {
			if (bytes.length < magic.length) {
				return false;
			}
			for (int i = 0; i < magic.length; i++) {
				if ((bytes[i] & 0xFF) != magic[i]) {
					return false;
				}
			}
			return true;
		}
	}
}
