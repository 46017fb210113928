package org.nafidha.platform;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.Refusal;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every text for people, from {@code messages/<module>_ar.properties} and {@code _en} (UTF-8). Values stand in the texts by
 * name, {@code {digits}}, and are inserted as they are: no grouping, no change of digits. A text may come in the Arabic
 * plural forms, as {@code key.one, key.two, key.few} beside {@code key}. Immutable, thread-safe.
 */
@Component
public final class Texts {

	public static final Locale ARABIC = Locale.forLanguageTag("ar-SY-u-nu-latn");
	public static final Locale ENGLISH = Locale.forLanguageTag("en-GB-u-nu-latn");

	private static final Pattern VALUE = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9-]*)}");

	private final Map<String, String> arabic = load("ar");
	private final Map<String, String> english = load("en");

	/** The text; throws {@link IllegalArgumentException} for a key that is not there: a missing text is a bug. */
	public String text(Locale locale, String key) {
		String text = texts(locale).get(key);
		if (text == null) {
			throw new IllegalArgumentException("no text for " + key + " in " + locale);
		}
		return text;
	}

	/** The text with its values. */
	public String text(Locale locale, String key, Map<String, ?> values) {
		return fill(text(locale, key), values);
	}

	/** The text with its values in both languages, for what will be read who knows in which. */
	public LocalizedText both(String key, Map<String, ?> values) {
		return new LocalizedText(text(ARABIC, key, values), text(ENGLISH, key, values));
	}

	/** The text in the form that agrees with the count, which is inserted as {@code {count}}. */
	public String counted(Locale locale, String key, long count) {
		return fill(form(locale, key, count), Map.of("count", count));
	}

	/** The same with its values still to be filled in, for pages that set them apart. */
	public String form(Locale locale, String key, long count) {
		String suffix = suffix(locale, count);
		return text(locale, texts(locale).containsKey(key + suffix) ? key + suffix : key);
	}

	/** The sentence of a refusal: its own, when the author of a procedure wrote one ({@code text-ar}, {@code text-en}), otherwise ours. */
	public String text(Locale locale, Refusal refusal) {
		String own = refusal.values().get("en".equals(locale.getLanguage()) ? "text-en" : "text-ar");
		if (own != null) {
			return own;
		}
		return text(locale, "refusal." + refusal.code(), refusal.values());
	}

	public boolean has(Locale locale, String key) {
		return texts(locale).containsKey(key);
	}

	/** All keys of one language, sorted; for the test that compares both. */
	public Set<String> keys(Locale locale) {
		return new TreeSet<>(texts(locale).keySet());
	}

	/** CLDR's plural categories; "many" (11-99) and "other" share the plain form unless a text needs {@code .many}. */
	private static String suffix(Locale locale, long count) {
		if (count == 0) {
			return ".zero";
		}
		if (count == 1) {
			return ".one";
		}
		if ("en".equals(locale.getLanguage())) {
			return "";
		}
		if (count == 2) {
			return ".two";
		}
		long rest = count % 100;
		if (rest >= 3 && rest <= 10) {
			return ".few";
		}
		return rest >= 11 ? ".many" : "";
	}

	private static String fill(String text, Map<String, ?> values) {
		return VALUE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(String.valueOf(values.get(m.group(1)))));
	}

	private Map<String, String> texts(Locale locale) {
		return "en".equals(locale.getLanguage()) ? english : arabic;
	}

	private static Map<String, String> load(String language) {
		Map<String, String> all = new HashMap<>();
		try {
			for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_" + language + ".properties")) {
				Properties properties = new Properties();
				try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
					properties.load(reader);
				}
				for (String key : properties.stringPropertyNames()) {
					if (all.put(key, properties.getProperty(key)) != null) {
						throw new IllegalStateException("the text " + key + " stands in two files; the second is " + file);
					}
				}
			}
		} catch (IOException e) {
			throw new UncheckedIOException("the texts cannot be read", e);
		}
		return Map.copyOf(all);
	}
}
