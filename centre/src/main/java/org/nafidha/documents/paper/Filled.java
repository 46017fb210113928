package org.nafidha.documents.paper;

import java.util.List;

/**
 * A template with its values in place.
 *
 * @param title for the window's title bar and the file's metadata; no personal data
 * @param runningHead at the top of every page but the first: right, left
 * @param pageNumber with {@code {{page}}} and {@code {{pages}}} still to be put in
 */
record Filled(String title, List<Block> blocks, List<List<Span>> runningHead, String pageNumber) {
}
