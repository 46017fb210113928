package org.nafidha.documents.paper;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts pieces on pages, from the top: headings stay with what they head, table heads come again, the foot ends the last page. */
final class Flow {

	private static final double SHORT_SECTION = 80 * Look.MM;

	private final List<Page> pages = new ArrayList<>();
	private Page page = new Page();
	private double y = Look.FIRST_TOP;
	private boolean empty = true;

	Flow() {
		pages.add(page);
	}

	/**
	 * The pages. The last piece never parts from the foot, and a short last section not at all, so that no page carries the
	 * foot alone.
	 *
	 * @param lastSection index of the piece that begins the last section
	 */
	List<Page> pages(List<Piece> pieces, int lastSection, FootPiece foot) {
		int i = 0;
		while (i < pieces.size()) {
			int end = i == lastSection && height(pieces.subList(i, pieces.size())) < SHORT_SECTION ? pieces.size() - 1 : i;
			while (end + 1 < pieces.size() && pieces.get(end).keepsWithNext()) {
				end++;
			}
			List<Piece> group = pieces.subList(i, end + 1);
			double below = end + 1 == pieces.size() ? foot.height() : 0;
			if (!fits(height(group) + below)) {
				begin(group.getFirst());
			}
			group.forEach(this::put);
			i = end + 1;
		}
		if (!fits(foot.height())) {
			begin(null);
		}
		foot.draw(page, Look.BOTTOM - foot.height());
		return pages;
	}

	private void put(Piece piece) {
		if (!fits(before(piece) + piece.height())) {
			begin(piece);
		}
		y += before(piece);
		piece.draw(page, y);
		y += piece.height();
		empty = false;
	}

	private double height(List<Piece> group) {
		double height = 0;
		for (int i = 0; i < group.size(); i++) {
			height += (i == 0 ? before(group.get(i)) : group.get(i).before()) + group.get(i).height();
		}
		return height;
	}

	private double before(Piece piece) {
		return empty ? 0 : piece.before();
	}

	private boolean fits(double height) {
		return y + height <= Look.BOTTOM;
	}

	private void begin(@Nullable Piece first) {
		if (!empty) {
			page = new Page();
			pages.add(page);
			y = Look.NEXT_TOP;
			empty = true;
		}
		Piece head = first == null ? null : first.repeatedHead();
		if (head != null && empty) {
			head.draw(page, y);
			y += head.height();
		}
	}
}
