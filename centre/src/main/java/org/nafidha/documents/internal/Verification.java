package org.nafidha.documents.internal;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nafidha.documents.Documents;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.documents.IssuedDocument.Field;
import org.nafidha.documents.IssuedDocument.Revocation;
import org.nafidha.documents.Verdict;
import org.nafidha.documents.Verdict.Alteration;
import org.nafidha.documents.Verdict.Claim;
import org.nafidha.documents.Verdict.Defect;
import org.nafidha.documents.Verdict.Facts;
import org.nafidha.documents.internal.KeyRegister.SigningKey;
import org.nafidha.kernel.Reference;
import org.nafidha.kernel.Result;
import org.nafidha.platform.CentreProperties;
import org.springframework.stereotype.Component;

/**
 * Compares what somebody shows with the register. A file is never parsed as PDF: either its bytes are those that were sealed,
 * or it is searched for a number of ours, so that a file made to harm finds nothing to harm.
 */
@Component
class Verification {

	private static final Pattern NUMBER = Pattern.compile("(?<![A-Z0-9-])[A-Z]{2,5}-[0-9]{4}-[0-9]{6,12}-[0-9](?![0-9-])");
	private static final int NUMBERS_LOOKED_UP = 10;

	private final DocumentRegister register;
	private final KeyRegister keys;
	private final CentreProperties centre;
	private final InstantSource clock;

	Verification(DocumentRegister register, KeyRegister keys, CentreProperties centre, InstantSource clock) {
		this.register = register;
		this.keys = keys;
		this.centre = centre;
		this.clock = clock;
	}

	Verdict number(String typed) {
		return switch (Reference.parse(typed)) {
			case Result.Refused<String> no -> new Verdict.Unreadable(Defect.NOT_A_NUMBER);
			case Result.Ok<String>(String number) -> sealed(number).map(document -> valid(document, List.of()))
					.orElse(new Verdict.Unknown(Claim.NUMBER));
		};
	}

	Verdict code(String text) {
		Optional<CodeSeal.Read> read = CodeSeal.read(text.replaceAll("[\\r\\n]+$", ""));
		if (read.isEmpty()) {
			return new Verdict.Unreadable(Defect.NOT_A_CODE);
		}
		Optional<SigningKey> key = keys.code(read.get().kid());
		Optional<Claims> claims = Claims.decode(read.get().payload());
		if (key.isEmpty()) {
			return new Verdict.Unknown(Claim.CODE);
		}
		if (!read.get().isSignedBy(key.get().publicKey()) || claims.isEmpty()) {
			return new Verdict.Altered(Alteration.CODE, claims.flatMap(c -> sealed(c.number())).map(document -> facts(document, List.of())));
		}
		return signed(claims.get());
	}

	private Verdict signed(Claims claims) {
		Optional<StoredDocument> stored = register.byNumber(claims.number()).filter(found -> found.document().isSealed());
		if (stored.isEmpty()) {
			return new Verdict.Unknown(Claim.CODE);
		}
		IssuedDocument document = stored.get().document();
		byte[] data = CityKeys.sha256(stored.get().data().getBytes(StandardCharsets.UTF_8));
		boolean same = Arrays.equals(data, claims.dataSha256()) && claims.entry() == document.entry().value()
				&& claims.fields().equals(document.keyFields()) && Objects.equals(claims.expiresAt(), document.expiresAt());
		return same
				? valid(document, document.keyFields())
				: new Verdict.Altered(Alteration.CODE_AGAINST_REGISTER, Optional.of(facts(document, List.of())));
	}

	Verdict file(byte[] file) {
		if (file.length == 0) {
			return new Verdict.Unreadable(Defect.EMPTY);
		}
		if (file.length > Documents.FILE_LIMIT_BYTES) {
			return new Verdict.Unreadable(Defect.TOO_LARGE);
		}
		Optional<StoredDocument> stored = register.byPdf(CityKeys.hex(CityKeys.sha256(file)));
		if (stored.isPresent()) {
			return valid(stored.get().document(), stored.get().document().keyFields());
		}
		String text = new String(file, StandardCharsets.ISO_8859_1);
		if (!text.substring(0, Math.min(1024, text.length())).contains("%PDF-")) {
			return new Verdict.Unreadable(Defect.NOT_A_PDF);
		}
		Optional<IssuedDocument> named = named(text);
		if (named.isPresent()) {
			return new Verdict.Altered(Alteration.FILE, named.map(document -> facts(document, List.of())));
		}
		return text.contains("%%EOF") ? new Verdict.Unknown(Claim.FILE) : new Verdict.Unreadable(Defect.BROKEN_PDF);
	}

	/** A document of ours whose number stands in the file: in its data, its title or its seal. */
	private Optional<IssuedDocument> named(String text) {
		Set<String> numbers = new LinkedHashSet<>();
		Matcher number = NUMBER.matcher(text);
		while (numbers.size() < NUMBERS_LOOKED_UP && number.find()) {
			numbers.add(number.group());
		}
		return numbers.stream().filter(n -> Reference.parse(n) instanceof Result.Ok<String>).map(this::sealed).flatMap(Optional::stream).findFirst();
	}

	private Optional<IssuedDocument> sealed(String number) {
		return register.byNumber(number).map(StoredDocument::document).filter(IssuedDocument::isSealed);
	}

	private Verdict valid(IssuedDocument document, List<Field> fields) {
		Revocation revocation = document.revocation();
		if (revocation != null) {
			return new Verdict.Revoked(facts(document, fields), revocation.at(), revocation.reason());
		}
		return document.expired(clock.instant()) ? new Verdict.Expired(facts(document, fields)) : new Verdict.Genuine(facts(document, fields));
	}

	private Facts facts(IssuedDocument document, List<Field> fields) {
		return new Facts(document.number(), document.title(), document.issuedAt(), document.lastMoment(), document.entry(), fields, centre.demo());
	}
}
