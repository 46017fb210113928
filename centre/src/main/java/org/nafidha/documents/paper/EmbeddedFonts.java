package org.nafidha.documents.paper;

import java.util.LinkedHashMap;
import java.util.Map;

/** The faces that one document uses, in the order of their first use. */
final class EmbeddedFonts {

	private final Map<Face, EmbeddedFont> fonts = new LinkedHashMap<>();

	EmbeddedFont of(Face face) {
		return fonts.computeIfAbsent(face, f -> new EmbeddedFont("F" + (fonts.size() + 1), f));
	}

	Iterable<EmbeddedFont> all() {
		return fonts.values();
	}
}
