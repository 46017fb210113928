package org.nafidha.documents.paper;

import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page while it is laid out: what stands where, in points from the top left corner. */
final class Page {

	private final List<Mark> marks = new ArrayList<>();

	/** @param tag the node it belongs to; null for decoration, which readers skip */
	record Mark(@Nullable Tag tag, boolean pagination, List<Drawing> drawings) {
	}

	sealed interface Drawing {

		record Words(Line line, double x, double baseline) implements Drawing {
		}

		record Fill(Shape shape, Colour colour) implements Drawing {
		}

		record Stroke(Shape shape, Colour colour, double width) implements Drawing {
		}
	}

	List<Mark> marks() {
		return marks;
	}

	void decorate(Drawing... drawings) {
		marks.add(new Mark(null, false, List.of(drawings)));
	}

	/** Running heads and page numbers: repeated, so not part of the text. */
	void paginate(List<Drawing> drawings) {
		marks.add(new Mark(null, true, drawings));
	}

	void write(Tag tag, List<Drawing> drawings) {
		for (Drawing drawing : drawings) {
			if (drawing instanceof Drawing.Words words) {
				tag.says(words.line());
			}
		}
		marks.add(new Mark(tag, false, drawings));
	}
}
