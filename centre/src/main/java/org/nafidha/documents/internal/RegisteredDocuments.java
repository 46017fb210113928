package org.nafidha.documents.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.nafidha.documents.Documents;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.documents.Verdict;
import org.nafidha.platform.FileStore;
import org.springframework.stereotype.Component;

/** The register as other modules see it. */
@Component
class RegisteredDocuments implements Documents {

	private final DocumentRegister register;
	private final FileStore files;
	private final Verification verification;

	RegisteredDocuments(DocumentRegister register, FileStore files, Verification verification) {
		this.register = register;
		this.files = files;
		this.verification = verification;
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
