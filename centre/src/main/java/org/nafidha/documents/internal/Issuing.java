package org.nafidha.documents.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.journal.Act;
import org.nafidha.journal.EntryId;
import org.nafidha.journal.Journal;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.CanonicalJson;
import org.nafidha.kernel.Reference;
import org.nafidha.platform.CentreProperties;
import org.nafidha.platform.FileStore;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Issues a document in two short transactions with the printing between them: first the number, the canonical data and the
 * journal's entry; then the hash of the sealed file and its entry. After a crash the same call goes on where it
 * stopped, with the same number.
 */
@Component
class Issuing {

	private static final Actor ACTOR = new Actor.System("documents");

	private final DocumentRegister register;
	private final Journal journal;
	private final Press press;
	private final FileStore files;
	private final CentreProperties centre;
	private final Work work;

	/** Time and transactions. */
	@Component
	record Work(InstantSource clock, PlatformTransactionManager manager) {

		TransactionTemplate transaction() {
			return new TransactionTemplate(manager);
		}
	}

	Issuing(DocumentRegister register, Journal journal, Press press, FileStore files, CentreProperties centre, Work work) {
		this.register = register;
		this.journal = journal;
		this.press = press;
		this.files = files;
		this.centre = centre;
		this.work = work;
	}

	Optional<StoredDocument> known(String callKey) {
		return register.byCallKey(callKey);
	}

	/** The sealed document; what stands in the draft counts only for the first call with this key. */
	IssuedDocument issue(String callKey, Draft draft) {
		return sealed(register.byCallKey(callKey).orElseGet(() -> registered(callKey, draft)));
	}

	/** Prints and seals what is registered, unless that has happened. */
	IssuedDocument sealed(StoredDocument stored) {
		if (stored.document().isSealed()) {
			return stored.document();
		}
		String sha256 = store(press.print(stored));
		work.transaction().executeWithoutResult(status -> {
			EntryId entry = journal.append(new Act("document.sealed", stored.document().number(), ACTOR,
					Map.of("dataSha256", base64(CityKeys.sha256(stored.data().getBytes(StandardCharsets.UTF_8))), "pdfSha256",
							base64(HexFormat.of().parseHex(sha256)))));
			if (!register.sealed(stored.document().number(), sha256, work.clock().instant(), entry)) {
				// another call with the same key was quicker: its file counts, and this entry must not stand
				status.setRollbackOnly();
			}
		});
		return register.byNumber(stored.document().number()).orElseThrow().document();
	}

	private StoredDocument registered(String callKey, Draft draft) {
		press.check(draft);
		try {
			work.transaction().executeWithoutResult(status -> register(callKey, draft));
		} catch (DuplicateKeyException another) {
			// two calls with one key at once: the first has registered it
		}
		return register.byCallKey(callKey).orElseThrow();
	}

	private void register(String callKey, Draft draft) {
		Instant at = work.clock().instant().truncatedTo(ChronoUnit.SECONDS);
		int year = at.atZone(centre.zone()).getYear();
		String number = Reference.of(draft.code(), year, register.nextSerial(draft.code(), year));
		EntryId entry = journal.append(new Act("document.issued", number, ACTOR, Map.of("procedure", draft.procedure(), "version", draft.version(),
				"case", draft.caseNumber(), "fieldsSha256", base64(CityKeys.sha256(CanonicalJson.bytes(draft.fields()))))));
		Instant expiresAt = draft.validMonths() == 0
				? null
				: at.atZone(centre.zone()).toLocalDate().plusMonths(draft.validMonths()).atStartOfDay(centre.zone()).toInstant();
		Map<String, Object> data = new HashMap<>(Map.of("number", number, "procedure", draft.procedure(), "version", draft.version(), "case",
				draft.caseNumber(), "issuedAt", at.toString(), "issuer", press.issuer(), "journalEntry", entry.value(), "fields", draft.fields()));
		if (expiresAt != null) {
			data.put("expiresAt", expiresAt.toString());
		}
		IssuedDocument document = new IssuedDocument(number, draft.title(), draft.procedure(), draft.version(), draft.caseNumber(), draft.personId(),
				at, expiresAt, entry, draft.keyFields(), null, null);
		register.insert(new StoredDocument(document, draft.template(), CanonicalJson.write(data), draft.print(), press.chooseKeys(at)), callKey);
	}

	private String store(byte[] pdf) {
		try {
			return files.put(pdf);
		} catch (IOException e) {
			throw new UncheckedIOException("the sealed document cannot be stored", e);
		}
	}

	private static String base64(byte[] bytes) {
		return Base64.getEncoder().encodeToString(bytes);
	}
}
