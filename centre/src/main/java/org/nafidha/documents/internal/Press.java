package org.nafidha.documents.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.documents.paper.Composer;
import org.nafidha.documents.paper.Imprint;
import org.nafidha.documents.paper.Template;
import org.nafidha.kernel.Reference;
import org.nafidha.platform.CentreProperties;
import org.nafidha.platform.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Prints a registered document: its code, its page, its seal. Needs no database; the slow part of issuing. Thread-safe. */
@Component
class Press {

	private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {
	};

	private final Composer composer;
	private final KeyRing keys;
	private final FileSeal seal;
	private final CentreProperties centre;
	private final Texts texts;
	private final Map<String, Template> templates;
	private final JsonMapper json = JsonMapper.builder().build();

	Press(Composer composer, KeyRing keys, FileSeal seal, CentreProperties centre, Texts texts, List<StatementFields> statements) {
		this.composer = composer;
		this.keys = keys;
		this.seal = seal;
		this.centre = centre;
		this.texts = texts;
		this.templates = statements.stream().collect(Collectors.toUnmodifiableMap(StatementFields::template, s -> Template.named(s.template())));
	}

	/** {@code nafidha:aleppo}. */
	String issuer() {
		return "nafidha:" + centre.city();
	}

	/**
	 * Lays the page out without writing it. Throws {@link org.nafidha.documents.paper.MissingGlyph} for a letter that
	 * cannot be printed.
	 */
	void check(Draft draft) {
		Map<String, Object> values = new HashMap<>(draft.fields());
		values.putAll(draft.print());
		values.putAll(common(Reference.of(draft.code(), 2000, 1), draft.caseNumber(), "1", Instant.EPOCH));
		composer.check(template(draft.template()), values);
	}

	/** As {@link KeyRing#choose}. */
	KeyRing.Chosen chooseKeys(Instant at) {
		return keys.choose(at);
	}

	/** The sealed file. Two calls give two files that say the same: a signature is never the same twice. */
	byte[] print(StoredDocument stored) {
		IssuedDocument document = stored.document();
		KeyRing.Signers signers = keys.of(stored);
		byte[] data = stored.data().getBytes(StandardCharsets.UTF_8);
		Claims claims = new Claims(issuer(), document.issuedAt(), document.number(), document.procedure(), CityKeys.sha256(data),
				document.entry().value(), document.keyFields(), centre.demo());
		Map<String, Object> values = new HashMap<>(fields(stored));
		values.putAll(stored.print());
		values.putAll(common(document.number(), document.caseNumber(), Long.toString(document.entry().value()), document.issuedAt()));
		byte[] page = composer.compose(template(stored.template()), values, new Imprint(CodeSeal.sign(claims, signers.code()), data,
				texts.text(Texts.ARABIC, "documents.authority"), document.issuedAt()));
		return seal.seal(page, document.issuedAt(), document.number(), signers.seal());
	}

	private Map<String, Object> common(String number, String caseNumber, String entry, Instant issuedAt) {
		return Map.of("number", number, "case", caseNumber, "entry", entry, "issuedAt", PropertyFields.moment(issuedAt, centre.zone()), "verifyAt",
				centre.publicUrl() + "/verify", "demo", centre.demo());
	}

	private Map<String, Object> fields(StoredDocument stored) {
		return json.convertValue(json.readTree(stored.data()).path("fields"), VALUES);
	}

	boolean hasTemplate(String name) {
		return templates.containsKey(name);
	}

	private Template template(String name) {
		Template template = templates.get(name);
		if (template == null) {
			throw new IllegalStateException("there is no document template " + name);
		}
		return template;
	}
}
