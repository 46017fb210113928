package org.nafidha.procedures.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nafidha.platform.Texts;
import org.nafidha.procedures.CodeList;
import org.nafidha.procedures.DecisionTable;
import org.nafidha.procedures.Finding;
import org.nafidha.procedures.RuleBook;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The lists and tables on the class path, {@code rules/*.yaml}. One that is wrong stops the start, with its line and a sentence. */
record BundledRules(Map<String, CodeList> lists, Map<String, DecisionTable> tables) implements RuleBook {

	@Override
	public Optional<CodeList> list(String id) {
		return Optional.ofNullable(lists.get(id));
	}

	@Override
	public Optional<DecisionTable> table(String id) {
		return Optional.ofNullable(tables.get(id));
	}

	/** Those of this product: they come with it, as its texts do, and do not change while it runs. */
	static BundledRules bundled() {
		return Product.RULES;
	}

	private static final class Product {
		private static final BundledRules RULES = read();
	}

	private static BundledRules read() {
		Map<String, String> texts = new LinkedHashMap<>();
		try {
			Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:rules/*.yaml");
			for (Resource file : Arrays.stream(files).sorted(Comparator.comparing(file -> String.valueOf(file.getFilename()))).toList()) {
				texts.put(String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
			}
		} catch (IOException e) {
			throw new UncheckedIOException("the lists and tables cannot be read", e);
		}
		return read(texts);
	}

	/** @param texts by file name */
	static BundledRules read(Map<String, String> texts) {
		Map<String, CodeList> lists = new LinkedHashMap<>();
		Map<String, DecisionTable> tables = new LinkedHashMap<>();
		texts.forEach((name, text) -> {
			YamlSource source = YamlSource.read(text);
			RuleReader reader = new RuleReader(source.root());
			if (source.root().has("list")) {
				CodeList list = reader.list();
				lists.put(list.id(), list);
			} else {
				DecisionTable table = reader.table();
				tables.put(table.id(), table);
			}
			refuse(name, source, source.findings().isEmpty() ? reader.findings() : source.findings());
		});
		return new BundledRules(lists, tables);
	}

	private static void refuse(String name, YamlSource source, List<Finding> findings) {
		if (!findings.isEmpty()) {
			Texts texts = new Texts();
			throw new IllegalStateException(findings.stream().map(source::located).map(found -> found.text(texts, Texts.ENGLISH, "rules/" + name))
					.collect(Collectors.joining("\n")));
		}
	}
}
