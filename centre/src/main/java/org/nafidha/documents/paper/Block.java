package org.nafidha.documents.paper;

import java.util.List;

/** What a filled template consists of, in reading order. */
sealed interface Block {

	/** @param level 1 for the title, 2 for sections */
	record Heading(int level, List<Span> text) implements Block {
	}

	record Paragraph(Kind kind, List<Span> text) implements Block {

		enum Kind {
			/** Plain text. */
			BODY,
			/** The line under the title. */
			LEAD,
			/** A statement in a box: what is not there, said plainly. */
			NOTE,
			/** Must not be overlooked: a demonstration, a limit. */
			WARNING
		}
	}

	/** Labels with their values, in columns. */
	record Facts(int columns, List<Fact> facts) implements Block {
	}

	record Fact(List<Span> label, List<Span> value) {
	}

	/** @param weights share of the width for each column, the first at the right */
	record Table(List<Double> weights, List<List<Span>> head, List<Row> rows) implements Block {
	}

	/** @param total a sum under a stronger line */
	record Row(boolean total, List<List<Span>> cells) {
	}

	record Bullets(List<List<Span>> items) implements Block {
	}

	/** Head of the first page: the authority at the right, the document's particulars at the left. */
	record Letterhead(List<List<Span>> authority, List<Fact> particulars) implements Block {
	}

	/** End of the last page: the code, how to verify, who seals. */
	record Foot(String codeInWords, List<List<Span>> text, List<List<Span>> signatory) implements Block {
	}
}
