package org.nafidha.procedures.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The procedures that come with the product, in the order of {@code procedures/catalogue.txt}. */
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
		return text("catalogue.txt").lines().filter(line -> !line.isBlank()).toList();
	}

	private static String text(String name) {
		try (@Nullable
		InputStream in = BundledFiles.class.getResourceAsStream("/procedures/" + name)) {
			if (in == null) {
				throw new IllegalStateException("procedures/" + name + " is not in the product");
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
