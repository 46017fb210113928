package org.nafidha.documents.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nafidha.documents.IssuedDocument;
import org.nafidha.documents.paper.Composer;
import org.nafidha.documents.paper.Imprint;
import org.nafidha.documents.paper.Template;
import org.nafidha.kernel.Reference;
import org.nafidha.platform.CentreProperties;
import org.nafidha.platform.Texts;
import org.nafidha.procedures.TemplateFacts;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Prints a registered document: its code, its page, its seal. Needs no database; the slow part of issuing. Thread-safe. */
@Component
class Press implements TemplateFacts {

	private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {
	};

	private static final Set<String> PARTS = Set.of("letterhead", "foot", "demo");
	private static final Set<String> OF_EVERY_DOCUMENT = Set.of("holder", "number", "case", "entry", "issuedAt", "lastDay", "verifyAt", "demo",
			"office",
			"signatory", "receipt",
			"fee", "page", "pages");

	private final Composer composer;
	private final KeyRing keys;
	private final FileSeal seal;
	private final CentreProperties centre;
	private final Texts texts;
	private final Map<String, Template> templates;
	private final Set<String> mapped;
	private final JsonMapper json = JsonMapper.builder().build();

	Press(Composer composer, KeyRing keys, FileSeal seal, CentreProperties centre, Texts texts, List<StatementFields> statements) {
		this.composer = composer;
		this.keys = keys;
		this.seal = seal;
		this.centre = centre;
		this.texts = texts;
		this.mapped = statements.stream().map(StatementFields::template).collect(Collectors.toUnmodifiableSet());
		this.templates = Stream.concat(mapped.stream(), files().stream()).distinct()
				.collect(Collectors.toUnmodifiableMap(Function.identity(), Template::named));
	}

	/** Every template that came with the product, except the parts that others include. */
	private static List<String> files() {
		try {
			return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:documents/templates/*.html"))
					.map(file -> String.valueOf(file.getFilename()).replace(".html", "")).filter(name -> !PARTS.contains(name)).sorted().toList();
		} catch (IOException e) {
			throw new UncheckedIOException("the document templates cannot be listed", e);
		}
	}

	/** Nothing for a template that this module fills by a mapping of its own. */
	@Override
	public Optional<Set<String>> wanted(String template) {
		if (mapped.contains(template)) {
			return Optional.of(Set.of());
		}
		return Optional.ofNullable(templates.get(template)).map(found -> {
			Set<String> wanted = new TreeSet<>(found.reads());
			wanted.removeAll(OF_EVERY_DOCUMENT);
			return wanted;
		});
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
		values.putAll(
				common(Reference.of(draft.code(), 2000, 1), draft.caseNumber(), "1", Instant.EPOCH, draft.validMonths() == 0 ? null : Instant.EPOCH));
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
		Claims claims = new Claims(issuer(), document.expiresAt(), document.issuedAt(), document.number(), document.procedure(),
				CityKeys.sha256(data),
				document.entry().value(), document.keyFields(), centre.demo());
		Map<String, Object> values = new HashMap<>(fields(stored));
		values.putAll(stored.print());
		values.putAll(common(document.number(), document.caseNumber(), Long.toString(document.entry().value()), document.issuedAt(),
				document.lastMoment()));
		byte[] page = composer.compose(template(stored.template()), values, new Imprint(CodeSeal.sign(claims, signers.code()), data,
				texts.text(Texts.ARABIC, "documents.authority"), document.issuedAt()));
		return seal.seal(page, document.issuedAt(), document.number(), signers.seal());
	}

	private Map<String, Object> common(String number, String caseNumber, String entry, Instant issuedAt,
			@Nullable Instant lastMoment) {
		return Map.of("number", number, "case", caseNumber, "entry", entry, "issuedAt", PropertyFields.moment(issuedAt, centre.zone()), "lastDay",
				lastMoment == null ? "" : PropertyFields.day(lastMoment, centre.zone()), "verifyAt", centre.publicUrl() + "/verify", "demo",
				centre.demo());
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
