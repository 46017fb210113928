package org.nafidha.documents.paper;

import org.jspecify.annotations.Nullable;

/** What the flow puts on a page as one: it is never divided between pages. */
interface Piece {

	/** In points. */
	double height();

	/** Space above it, unless it begins a page. */
	double before();

	/** True when the next piece must stand on the same page: a heading and its first row. */
	boolean keepsWithNext();

	void draw(Page page, double top);

	/** What is drawn again when a page begins with this piece: the head of its table. */
	default @Nullable Piece repeatedHead() {
		return null;
	}

	/** A piece whose measures are known. */
	record Fixed(double height, double before, boolean keepsWithNext, @Nullable Piece repeatedHead, Draw drawing) implements Piece {

		@Override
		public void draw(Page page, double top) {
			drawing.draw(page, top);
		}
	}

	/** Draws at a place that only the flow knows. */
	interface Draw {

		void draw(Page page, double top);
	}

	static Piece of(double height, double before, boolean keepsWithNext, Draw drawing) {
		return new Fixed(height, before, keepsWithNext, null, drawing);
	}
}
