package org.nafidha.procedures.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The procedures on the class path, in the order of {@code procedures/catalogue.txt} and then of other catalogues ({@code catalogue-*.txt}: tests, measurements). */
final class BundledFiles {

	record BundledFile(String name, String text) {
	}

	private BundledFiles() {
	}

	static List<BundledFile> all() {
		return catalogue().stream().map(id -> new BundledFile(id + ".yaml", text(id + ".yaml"))).toList();
	}

	/** Ids in the order in which people see them. */
	static List<String> catalogue() {
		try {
			return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:procedures/catalogue*.txt"))
					.map(file -> String.valueOf(file.getFilename())).sorted(Comparator.comparingInt(String::length).thenComparing(name -> name))
					.distinct()
					.flatMap(name -> text(name).lines()).filter(line -> !line.isBlank()).toList();
		} catch (IOException e) {
			throw new UncheckedIOException("the catalogues of procedures cannot be listed", e);
		}
	}

	private static String text(String name) {
		return resource("procedures/" + name);
	}

	/** A file of the product, by its place on the class path. */
	static String resource(String path) {
		try (@Nullable
		InputStream in = BundledFiles.class.getResourceAsStream("/" + path)) {
			if (in == null) {
				throw new IllegalStateException(path + " is not in the product");
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
