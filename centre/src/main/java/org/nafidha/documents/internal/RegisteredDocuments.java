package org.nafidha.documents.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nafidha.documents.Documents;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.documents.IssuedDocument.Revocation;
import org.nafidha.documents.Verdict;
import org.nafidha.journal.Act;
import org.nafidha.journal.EntryId;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.platform.FileStore;
import org.springframework.stereotype.Component;

/** The register as other modules see it. */
@Component
class RegisteredDocuments implements Documents {

	private final DocumentRegister register;
	private final Journal journal;
	private final FileStore files;
	private final Verification verification;
	private final PropertyFields moments;
	private final Issuing.Work work;

	RegisteredDocuments(DocumentRegister register, Journal journal, FileStore files, Verification verification, PropertyFields moments,
			Issuing.Work work) {
		this.register = register;
		this.journal = journal;
		this.files = files;
		this.verification = verification;
		this.moments = moments;
		this.work = work;
	}

	@Override
	public Optional<IssuedDocument> find(String number) {
		return register.byNumber(number).map(StoredDocument::document);
	}

	@Override
	public Optional<byte[]> pdf(String number) {
		return find(number).flatMap(document -> Optional.ofNullable(document.pdfSha256())).map(sha256 -> {
			try {
				return files.get(sha256)
						.orElseThrow(() -> new IllegalStateException("the file of document " + number + " is missing from the store"));
			} catch (IOException e) {
				throw new UncheckedIOException("the file of document " + number + " cannot be read", e);
			}
		});
	}

	@Override
	public List<IssuedDocument> forCase(String caseNumber) {
		return register.ofCase(caseNumber);
	}

	@Override
	public Result<IssuedDocument> revoke(String number, String reason, Actor actor) {
		String words = reason.strip();
		if (words.isEmpty()) {
			return Refusal.of("document.reason-missing").asResult();
		}
		if (words.length() > REASON_LIMIT) {
			return Refusal.of("document.reason-too-long", "limit", Integer.toString(REASON_LIMIT)).asResult();
		}
		boolean done = Boolean.TRUE.equals(work.transaction().execute(status -> {
			boolean revoked = find(number).filter(document -> document.isSealed() && document.revocation() == null).isPresent()
					&& revokeNow(number, words, actor);
			if (!revoked) {
				status.setRollbackOnly();
			}
			return revoked;
		}));
		return done ? Result.ok(find(number).orElseThrow()) : refusal(number).asResult();
	}

	private boolean revokeNow(String number, String reason, Actor actor) {
		Instant at = work.clock().instant().truncatedTo(ChronoUnit.MICROS);
		EntryId entry = journal.append(new Act("document.revoked", number, actor, Map.of("reason", reason)));
		return register.revoke(number, new Revocation(at, reason, entry), actor);
	}

	private Refusal refusal(String number) {
		Optional<IssuedDocument> document = find(number);
		if (document.isEmpty()) {
			return Refusal.of("document.unknown", "number", number);
		}
		Revocation revocation = document.get().revocation();
		return revocation == null
				? Refusal.of("document.not-sealed", "number", number)
				: Refusal.of("document.revoked-already", "on", moments.moment(revocation.at()));
	}

	@Override
	public Verdict verifyNumber(String typed) {
		return verification.number(typed);
	}

	@Override
	public Verdict verifyCode(String text) {
		return verification.code(text);
	}

	@Override
	public Verdict verifyPdf(byte[] file) {
		return verification.file(file);
	}
}
